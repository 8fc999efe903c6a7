import type { InvoiceLine } from '../domain/InvoiceLine';
import { toCount } from '../domain/toCount';
import {
  DEFAULT_READING_LIMITS,
  inspectFile,
  ReadingError,
  readSource,
  Workspace,
} from '../reading';
import { identifier } from '../reading/sql';

const LIMITS = { ...DEFAULT_READING_LIMITS, maxBytes: 256 * 1024 ** 2 };
/** More invoices than any provider writes in years. */
const MOST_LINES = 200_000;

/**
 * What a column is called, without blanks and case: by FOCUS 1.4, "Invoice
 * Detail", first, then as lists of invoices do.
 */
const NAMES = {
  invoiceId: ['invoiceid', 'invoice', 'invoicenumber', 'rechnungsnummer'],
  issuer: ['invoiceissuername', 'invoiceissuer', 'issuer'],
  currency: ['billingcurrency', 'currency', 'währung'],
  amount: ['billedcost', 'amount', 'total', 'betrag'],
  period: ['billingperiodstart', 'billingperiod', 'period', 'month'],
} as const;

/** Lines of invoices that a file holds. */
export interface InvoiceLines {
  lines: InvoiceLine[];
  /** Whether each line is a part of an invoice, as in FOCUS 1.4, "Invoice Detail". */
  isDetail: boolean;
}

/**
 * Reads a list of invoices, or FOCUS's dataset of what they are made of, as
 * charges are read: within bounds, whatever is in it.
 *
 * @throws ReadingError
 */
export async function readInvoiceLines(
  file: string,
  directory: string,
): Promise<InvoiceLines> {
  const profile = await inspectFile(file, LIMITS);
  const found = findColumns(profile.columns);
  const workspace = await Workspace.open({
    directory,
    memoryMiB: 64,
    threads: 1,
  });
  try {
    const { rows } = await readSource(workspace, profile, LIMITS);
    if (rows > MOST_LINES) {
      throw new ReadingError(
        'too-many-rows',
        `The file has ${rows} lines, at most ${MOST_LINES} are read. Split it by month`,
      );
    }
    await refuseBrokenLines(workspace);
    const lines = await workspace.rows<Record<string, string | null>>(
      `select __row::text as row, ${Object.entries(found.columns)
        .map(([as, name]) => `trim(${identifier(name)}) as ${identifier(as)}`)
        .join(', ')}
         from source_rows order by __row`,
    );
    return { lines: lines.map(toLine), isDetail: found.isDetail };
  } finally {
    await workspace.close();
  }
}

function findColumns(columns: readonly string[]) {
  const plain = new Map(
    columns.map(name => [
      name.toLowerCase().replaceAll(/[^\p{Letter}]/gu, ''),
      name,
    ]),
  );
  const find = (names: readonly string[]) =>
    names.map(name => plain.get(name)).find(name => name !== undefined);
  const entries = Object.entries(NAMES).flatMap(([as, names]) => {
    const name = find(names);
    return name ? [[as, name]] : [];
  });
  const found: Record<string, string> = Object.fromEntries(entries);
  const missing = ['invoiceId', 'currency', 'amount'].filter(it => !found[it]);
  if (missing.length > 0) {
    throw new ReadingError(
      'unknown-format',
      'The columns are not those of a list of invoices. It needs InvoiceId, BillingCurrency and BilledCost (or invoice, currency and amount); InvoiceIssuerName and BillingPeriodStart where they are needed to tell invoices apart',
    );
  }
  return { columns: found, isDetail: plain.has('invoicedetailid') };
}

async function refuseBrokenLines(workspace: Workspace): Promise<void> {
  const [broken] = await workspace.rows<{ row_number: string }>(
    'select row_number from rejected_rows order by row_number limit 1',
  );
  if (broken) {
    throw new ReadingError(
      'damaged-file',
      `Row ${broken.row_number} is not split as the header is. Correct it and send the file again`,
    );
  }
}

function toLine(row: Record<string, string | null>): InvoiceLine {
  return {
    row: toCount(row.row),
    invoiceId: row.invoiceId ?? '',
    currency: (row.currency ?? '').toUpperCase(),
    amount: row.amount ?? '',
    ...(row.issuer && { issuer: row.issuer }),
    ...periodOf(row.period),
  };
}

function periodOf(text: string | null | undefined): {
  billingPeriod?: string;
} {
  const [, month, day = '01'] =
    /^(\d{4}-(?:0[1-9]|1[0-2]))(?:-(0[1-9]|[12]\d|3[01]))?(?:[T ]|$)/.exec(
      text ?? '',
    ) ?? [];
  return month ? { billingPeriod: `${month}-${day}` } : {};
}
