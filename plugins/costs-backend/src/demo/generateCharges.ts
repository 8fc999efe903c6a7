import { isWhole, stepsOf, type DemoMonth } from './DemoMonth';
import { accountOf, DEMO_COLUMNS, type DemoRow } from './demoRows';
import {
  commitmentRows,
  occasionalRows,
  supportRows,
  taxRow,
} from './sharedRows';
import { TaxLedger } from './TaxLedger';
import { DemoResource } from './usageRows';

/**
 * The charges of a provider for one month, made up and always the same for the
 * same plan: usage that follows weekdays, seasons and growth, a commitment that
 * is partly idle, support of all, credits, corrections and taxes, and resources
 * without labels or with misspelt ones. One row at a time, however many.
 */
export function* generateCharges(plan: DemoMonth): Generator<DemoRow> {
  const resources = plan.customers.flatMap(customer =>
    plan.provider.skus.map(
      (sku, place) => new DemoResource(plan, customer, sku, place),
    ),
  );
  const ledger = new TaxLedger();
  for (const step of stepsOf(plan)) {
    const day = step.start.toISOString().slice(0, 10);
    const isRising = plan.riseFrom !== undefined && day >= plan.riseFrom;
    let used = 0;
    for (const resource of resources) {
      const isRisen = isRising && resource.customer === plan.customers[0];
      const charged = resource.charge(step, isRisen);
      if (charged) {
        used += charged.committed;
        yield ledger.enter(charged);
      }
    }
    for (const charged of [
      ...commitmentRows(plan, step, used),
      ...supportRows(plan, step),
    ]) {
      yield ledger.enter(charged);
    }
  }
  yield* closeMonth(plan, ledger);
}

/** The rows as a file, in parts. */
export function* writeChargeFile(
  plans: Iterable<DemoMonth>,
): Generator<string> {
  yield `${DEMO_COLUMNS.join(',')}\n`;
  let lines: string[] = [];
  for (const plan of plans) {
    for (const row of generateCharges(plan)) {
      lines.push(DEMO_COLUMNS.map(name => cell(row[name] ?? '')).join(','));
      if (lines.length === 1_000) {
        yield `${lines.join('\n')}\n`;
        lines = [];
      }
    }
  }
  if (lines.length > 0) {
    yield `${lines.join('\n')}\n`;
  }
}

/** What comes with the invoice. */
function* closeMonth(plan: DemoMonth, ledger: TaxLedger): Generator<DemoRow> {
  if (!isWhole(plan)) {
    return;
  }
  for (const charged of occasionalRows(plan)) {
    yield ledger.enter(charged);
  }
  if (plan.provider.taxPercent === 0) {
    return;
  }
  const accounts = [...plan.customers.map(accountOf), {}];
  for (const account of accounts) {
    yield taxRow(plan, account, ledger.sumOf(account)).row;
  }
}

function cell(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
