import type { Specification } from '@freehold/plugin-sites-common';

type CustomSize = NonNullable<Specification['customSize']>;

/** What Fargate offers: MiB of memory by virtual processors. */
const MEMORY: Record<string, { from: number; to: number; step: number }> = {
  '0.5': { from: 1_024, to: 4_096, step: 1_024 },
  '1': { from: 2_048, to: 8_192, step: 1_024 },
  '2': { from: 4_096, to: 16_384, step: 1_024 },
  '4': { from: 8_192, to: 30_720, step: 1_024 },
  '8': { from: 16_384, to: 61_440, step: 4_096 },
  '16': { from: 32_768, to: 122_880, step: 8_192 },
};
const LEAST_MEMORY = [512, 1_024, 2_048];

/** Why AWS has no containers of this size; undefined when it has. */
export function refusalOfFargateSize({
  cpu,
  memory,
}: CustomSize): string | undefined {
  if (cpu === '0.25') {
    return LEAST_MEMORY.includes(memory)
      ? undefined
      : `With 0.25 virtual processors, AWS has ${LEAST_MEMORY.join(', ')} MiB of memory. Choose one of them.`;
  }
  const range = MEMORY[cpu];
  if (!range) {
    return `AWS has containers of 0.25, ${Object.keys(MEMORY).sort(ascending).join(', ')} virtual processors. Choose one of these.`;
  }
  const { from, to, step } = range;
  const fits = memory >= from && memory <= to && (memory - from) % step === 0;
  return fits
    ? undefined
    : `With ${cpu} virtual processors, AWS has ${from} to ${to} MiB of memory in steps of ${step}. Choose one of them.`;
}

function ascending(left: string, right: string): number {
  return Number(left) - Number(right);
}
