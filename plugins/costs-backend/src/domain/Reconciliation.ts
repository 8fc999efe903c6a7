import { Decimal } from 'decimal.js';

/** What the rows of one invoice add up to. */
export interface InvoiceSum {
  sourceId: string;
  sourceName: string;
  /** First day of the billing period. */
  billingPeriod: string;
  /** Empty where rows name no invoice. */
  invoiceId: string;
  /** Absent where rows name none. */
  issuer?: string;
  currency: string;
  charges: number;
  /** By charge category; none is ever left out. Exact decimals. */
  categories: Record<string, string>;
}

/** What an invoice says, as a person entered it. */
export interface InvoiceTotal {
  sourceId: string;
  sourceName: string;
  billingPeriod: string;
  invoiceId: string;
  currency: string;
  /** An exact decimal. */
  total: string;
  /** Why the rows say something else. */
  explanation?: string;
  enteredBy: string;
  enteredAt: Date;
}

/**
 * - `matches`: rows and invoice say the same, to the last digit
 * - `explained`: they differ, and somebody wrote why
 * - `differs`: they differ
 * - `not-entered`: nobody has entered what the invoice says
 * - `no-charges`: there is an invoice and no row of it
 */
export type ReconciliationState =
  'matches' | 'explained' | 'differs' | 'not-entered' | 'no-charges';

/** Rows beside their invoice. */
export interface Reconciliation extends Omit<InvoiceSum, 'sourceName'> {
  sourceName: string;
  state: ReconciliationState;
  /** What the rows add up to. */
  charged: string;
  invoiced?: string;
  /** Invoiced less charged. */
  difference?: string;
  explanation?: string;
  enteredBy?: string;
  enteredAt?: Date;
}

/** Lays what rows add up to beside what invoices say; currencies stay apart. */
export function reconcile(
  sums: readonly InvoiceSum[],
  totals: readonly InvoiceTotal[],
): Reconciliation[] {
  const open = new Map(totals.map(total => [keyOf(total), total]));
  const charged = sums.map(sum => {
    const total = open.get(keyOf(sum));
    open.delete(keyOf(sum));
    return compare(sum, total);
  });
  const uncharged = [...open.values()].map(total =>
    compare({ ...total, charges: 0, categories: {} }, total),
  );
  return [...charged, ...uncharged].sort(byPeriod);
}

function compare(sum: InvoiceSum, total?: InvoiceTotal): Reconciliation {
  const charged = Object.values(sum.categories).reduce(
    (all, amount) => all.plus(amount),
    new Decimal(0),
  );
  const { billingPeriod, currency, invoiceId, issuer, sourceId } = sum;
  const shown = {
    sourceId,
    sourceName: sum.sourceName,
    billingPeriod,
    invoiceId,
    ...(issuer && { issuer }),
    currency,
    charges: sum.charges,
    categories: sum.categories,
    charged: charged.toFixed(),
  };
  if (!total) {
    return { ...shown, state: 'not-entered' };
  }
  const difference = new Decimal(total.total).minus(charged);
  return {
    ...shown,
    state: stateOf(difference, sum, total),
    invoiced: total.total,
    difference: difference.toFixed(),
    ...(total.explanation && { explanation: total.explanation }),
    enteredBy: total.enteredBy,
    enteredAt: total.enteredAt,
  };
}

function stateOf(
  difference: Decimal,
  { charges }: InvoiceSum,
  { explanation }: InvoiceTotal,
): ReconciliationState {
  if (difference.isZero() && charges > 0) {
    return 'matches';
  }
  if (explanation) {
    return 'explained';
  }
  return charges === 0 ? 'no-charges' : 'differs';
}

type Key = Pick<
  InvoiceSum,
  'sourceId' | 'billingPeriod' | 'invoiceId' | 'currency'
>;

function keyOf({ billingPeriod, currency, invoiceId, sourceId }: Key): string {
  return JSON.stringify([sourceId, billingPeriod, invoiceId, currency]);
}

function byPeriod(left: Reconciliation, right: Reconciliation): number {
  return (
    right.billingPeriod.localeCompare(left.billingPeriod) ||
    left.sourceName.localeCompare(right.sourceName) ||
    left.invoiceId.localeCompare(right.invoiceId) ||
    left.currency.localeCompare(right.currency)
  );
}
