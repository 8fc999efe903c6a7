import type { DemoSku } from './DemoProvider';

const PERCENT_OF_WEEKDAY = [71, 99, 103, 104, 102, 97, 75];
const PERCENT_OF_MONTH = [
  94, 92, 97, 100, 101, 103, 96, 90, 102, 106, 118, 125,
];
/** From midnight on; a hundred on average. */
const PERCENT_OF_HOUR = [
  38, 30, 26, 25, 27, 36, 55, 82, 108, 124, 131, 134, 133, 130, 128, 126, 128,
  135, 148, 160, 158, 136, 96, 60,
];
const OFFICE_WEEKEND_PERCENT = 72;
const RISE_PERCENT = 870;

/** A stretch of time that is charged at once. */
export interface Step {
  start: Date;
  end: Date;
  hours: number;
}

/**
 * How much of a SKU a customer uses in a step, in ten-thousandths of its unit:
 * the same for the same step, whatever was asked before.
 *
 * @param seed - names the resource
 */
export function quantityOf(
  sku: DemoSku,
  { start, hours }: Step,
  { seed, isRisen }: { seed: number; isRisen: boolean },
): number {
  const whole = Math.floor((sku.perDay * hours) / 24);
  const steady = percentOf(whole, followed(sku, start, hours));
  const risen = isRisen ? percentOf(steady, RISE_PERCENT) : steady;
  const isExact = sku.rhythm === 'clock' || sku.rhythm === 'office';
  return isExact ? risen : withNoise(risen, seed, start);
}

/** A whole number that stands for a text. FNV-1a. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

function followed({ rhythm }: DemoSku, start: Date, hours: number): number[] {
  const weekday = start.getUTCDay();
  const isWeekend = weekday === 0 || weekday === 6;
  const growth = 100 + 2 * monthsSince2025(start);
  switch (rhythm) {
    case 'traffic':
      return [
        PERCENT_OF_WEEKDAY[weekday],
        PERCENT_OF_MONTH[start.getUTCMonth()],
        growth,
        hours === 24 ? 100 : PERCENT_OF_HOUR[start.getUTCHours()],
      ];
    case 'stock':
      return [growth];
    case 'office':
      return [isWeekend ? OFFICE_WEEKEND_PERCENT : 100];
    default:
      return [];
  }
}

function percentOf(value: number, percents: number | number[]): number {
  return [percents]
    .flat()
    .reduce((result, percent) => Math.floor((result * percent) / 100), value);
}

function monthsSince2025(day: Date): number {
  return (day.getUTCFullYear() - 2025) * 12 + day.getUTCMonth();
}

/** Up to eight percent more or less. */
function withNoise(value: number, seed: number, start: Date): number {
  let mixed = seed ^ Math.floor(start.getTime() / 3_600_000);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  const permille = 920 + (((mixed ^ (mixed >>> 16)) >>> 0) % 161);
  return Math.floor((value * permille) / 1000);
}
