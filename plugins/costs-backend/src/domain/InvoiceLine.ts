import { InputError } from '@backstage/errors';
import { Decimal } from 'decimal.js';
import type { InvoiceSum } from './Reconciliation';

/** A line of a list of invoices, or of what an invoice is made of. */
export interface InvoiceLine {
  /** Of the file, the first after its head is 1. */
  row: number;
  invoiceId: string;
  issuer?: string;
  currency: string;
  amount: string;
  /** First day of the billing period, where the file says it. */
  billingPeriod?: string;
}

/** What one invoice says for a billing period. */
export interface StatedTotal {
  billingPeriod: string;
  invoiceId: string;
  currency: string;
  /** An exact decimal. */
  total: string;
}

type KnownInvoice = Pick<
  InvoiceSum,
  'billingPeriod' | 'currency' | 'invoiceId' | 'issuer'
>;

const MOST_PROBLEMS_TOLD = 5;
const AMOUNT = /^[+-]?\d{1,18}(\.\d{1,18})?$/;

/**
 * Adds lines up to what each invoice says. Where a line names no billing period
 * the charges that name its invoice tell.
 *
 * @param hasSeveralLines - whether an invoice may have more than one line
 * @throws InputError with what is wrong, line by line; nothing is taken then
 */
export function totalsOf(
  lines: readonly InvoiceLine[],
  known: readonly KnownInvoice[],
  { hasSeveralLines }: { hasSeveralLines: boolean },
): StatedTotal[] {
  const problems: string[] = [];
  const totals = new Map<string, StatedTotal>();
  const seen = new Set<string>();
  for (const line of lines) {
    const found = placeOf(line, known);
    const { amount, currency, invoiceId, issuer, row } = line;
    const repeated = JSON.stringify([invoiceId, issuer, currency, found]);
    if ('problem' in found) {
      problems.push(`row ${row}: ${found.problem}`);
    } else if (seen.has(repeated) && !hasSeveralLines) {
      problems.push(`row ${row}: invoice '${invoiceId}' was named before`);
    } else {
      const { billingPeriod } = found;
      const key = JSON.stringify([billingPeriod, invoiceId, currency]);
      const total = new Decimal(totals.get(key)?.total ?? '0').plus(amount);
      totals.set(key, {
        billingPeriod,
        invoiceId,
        currency,
        total: total.toFixed(),
      });
    }
    seen.add(repeated);
  }
  if (problems.length > 0) {
    const more = problems.length - MOST_PROBLEMS_TOLD;
    throw new InputError(
      `Nothing was entered. ${problems.slice(0, MOST_PROBLEMS_TOLD).join('; ')}${more > 0 ? `; and ${more} more` : ''}.`,
    );
  }
  return [...totals.values()];
}

function placeOf(
  line: InvoiceLine,
  known: readonly KnownInvoice[],
): { billingPeriod: string } | { problem: string } {
  const { amount, currency, invoiceId, issuer } = line;
  if (!AMOUNT.test(amount)) {
    return { problem: `'${amount}' is not an amount such as 1204.20` };
  }
  if (!/^[A-Z]{3}$/.test(currency)) {
    return { problem: `'${currency}' is not a currency such as EUR` };
  }
  if (line.billingPeriod) {
    return { billingPeriod: line.billingPeriod };
  }
  const periods = new Set(
    known
      .filter(
        it =>
          it.invoiceId === invoiceId &&
          it.currency === currency &&
          (!issuer || it.issuer?.toLowerCase() === issuer.toLowerCase()),
      )
      .map(it => it.billingPeriod),
  );
  if (periods.size === 1) {
    return { billingPeriod: [...periods][0] };
  }
  const named = `invoice '${invoiceId}'${issuer ? ` of ${issuer}` : ''} in ${currency}`;
  return {
    problem:
      periods.size === 0
        ? `no charge names ${named}; add a column BillingPeriodStart to enter it nevertheless`
        : `charges of ${periods.size} months name ${named}; add a column BillingPeriodStart`,
  };
}
