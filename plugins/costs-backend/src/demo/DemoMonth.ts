import type { DemoProvider } from './DemoProvider';
import type { Step } from './quantities';

/** A customer whose costs are made up. */
export interface DemoCustomer {
  slug: string;
  /** Ids of its sites; without any, its resources carry its own label only. */
  sites: readonly string[];
}

/** What the charges of one billing period are made from. */
export interface DemoMonth {
  provider: DemoProvider;
  customers: readonly DemoCustomer[];
  /** `2026-10` */
  month: string;
  /** The first day without charges, `2026-10-17`; later ones cut nothing off. */
  until: string;
  step: 'day' | 'hour';
  /** The first customer has a sudden rise from this day on. */
  riseFrom?: string;
}

const HOUR = 3_600_000;

/** The first and the last instant of a month; the last is the next one's first. */
export function boundsOf(month: string): { start: Date; end: Date } {
  const start = new Date(`${month}-01T00:00:00Z`);
  const end = new Date(start);
  end.setUTCMonth(end.getUTCMonth() + 1);
  return { start, end };
}

/** Whether all of the month is there, so that it was invoiced. */
export function isWhole({ month, until }: DemoMonth): boolean {
  return boundsOf(month).end.getTime() <= Date.parse(`${until}T00:00:00Z`);
}

/** The steps of a month, up to where its charges end. */
export function* stepsOf(plan: DemoMonth): Generator<Step> {
  const { start, end } = boundsOf(plan.month);
  const until = Math.min(end.getTime(), Date.parse(`${plan.until}T00:00:00Z`));
  const hours = plan.step === 'hour' ? 1 : 24;
  for (let at = start.getTime(); at < until; at += hours * HOUR) {
    yield { start: new Date(at), end: new Date(at + hours * HOUR), hours };
  }
}
