import { gzipSync } from 'node:zlib';

/** A file of charges that must be refused, or whose bad rows must stay out. */
export interface PoisonedFile {
  content: Buffer;
  /** The problem that is told; absent where the other rows go in. */
  problem?: string;
  /** How many rows go in where there is no problem. */
  accepted?: number;
  /** How many stay out. */
  rejected?: number;
}

const MEBIBYTE = 1024 * 1024;
const COLUMNS = [
  'BilledCost',
  'BillingCurrency',
  'BillingPeriodStart',
  'ChargeCategory',
  'ChargePeriodStart',
  'ChargePeriodEnd',
  'ProviderName',
  'ServiceName',
  'ChargeDescription',
  'Tags',
];

/** Begins of texts that spreadsheets run. */
export const FORMULAS = ['=', '+', '-', '@', '\t', '\r'].map(
  begin => `${begin}cmd|' /C calc'!A0`,
);

function row(values: Record<string, string> = {}): string {
  const cells: Record<string, string> = {
    BilledCost: '1',
    BillingCurrency: 'EUR',
    BillingPeriodStart: '2026-09-01T00:00:00Z',
    ChargeCategory: 'Usage',
    ChargePeriodStart: '2026-09-02T00:00:00Z',
    ChargePeriodEnd: '2026-09-03T00:00:00Z',
    ProviderName: 'AWS',
    ServiceName: 'Compute',
    ...values,
  };
  return COLUMNS.map(
    name => `"${(cells[name] ?? '').replaceAll('"', '""')}"`,
  ).join();
}

const head = `${COLUMNS.join()}\n`;

/** What a file of charges may do to a portal that trusts it. */
export function poisonedFiles(): Record<string, PoisonedFile> {
  const wide = Array.from({ length: 5_000 }, (_, at) => `c${at}`).join();
  return {
    'a line that never ends': {
      content: Buffer.from(`${head}${'x'.repeat(200 * MEBIBYTE)}`),
      problem: 'line-too-long',
    },
    'a header that never ends': {
      content: Buffer.alloc(64 * MEBIBYTE, 'x,'),
      problem: 'line-too-long',
    },
    'a quote that is never closed': {
      content: Buffer.from(
        `${head}${row()}\n"${`${row().replaceAll('"', '')}\n`.repeat(50_000)}`,
      ),
      problem: 'damaged-file',
    },
    '5,000 columns': {
      content: Buffer.from(`${wide}\n${wide}\n`),
      problem: 'too-many-columns',
    },
    'a text of UTF-16 without its mark': {
      content: Buffer.from(`${head}${row()}\n`, 'utf16le'),
      problem: 'nul-bytes',
    },
    'rows that are not UTF-8 among some that are': {
      content: Buffer.concat([
        Buffer.from(`${head}${row({ ServiceName: 'Übersicht' })}\n`),
        Buffer.from(`${row({ ServiceName: 'Übersicht' })}\n`, 'latin1'),
      ]),
      accepted: 1,
      rejected: 1,
    },
    'Windows-1252, which is read as that': {
      content: Buffer.from(
        `${head}${row({ ServiceName: 'Übersicht' })}\n`,
        'latin1',
      ),
      accepted: 1,
      rejected: 0,
    },
    'a gzip bomb': {
      content: Buffer.concat([
        gzipSync(`${head}${row()}\n`),
        gzipSync(Buffer.alloc(512 * MEBIBYTE, '\n')),
      ]),
      problem: 'compression-bomb',
    },
    'a ZIP archive': {
      content: Buffer.from('PK\x03\x04 and the rest of it', 'latin1'),
      problem: 'zip-archive',
    },
    'a Parquet file that is none': {
      content: Buffer.concat([
        Buffer.from('PAR1'),
        Buffer.alloc(MEBIBYTE, 0xff),
        Buffer.from('PAR1'),
      ]),
      problem: 'damaged-file',
    },
    'a program in the place of a file': {
      content: Buffer.concat([
        Buffer.from('\x7fELF\n', 'latin1'),
        Buffer.alloc(MEBIBYTE, 0),
      ]),
      problem: 'no-header',
    },
    'numbers, dates and tags that are none': {
      content: Buffer.from(
        [
          head,
          `${row({ BilledCost: 'NaN' })}\n`,
          `${row({ BilledCost: '1e400000' })}\n`,
          `${row({ BilledCost: '1_000' })}\n`,
          `${row({ BillingCurrency: '' })}\n`,
          `${row({ ChargePeriodStart: '2026-02-30T00:00:00Z' })}\n`,
          `${row({ Tags: '{"a":' })}\n`,
          `${row({ Tags: '[1]' })}\n`,
          `${row()}\n`,
        ].join(''),
      ),
      accepted: 1,
      rejected: 7,
    },
    'formulas in every text': {
      content: Buffer.from(
        `${head}${FORMULAS.map(text => `${row({ ChargeDescription: text, ServiceName: text, Tags: JSON.stringify({ [text]: text }) })}\n`).join('')}`,
      ),
      accepted: FORMULAS.length,
      rejected: 0,
    },
    'formulas in rows that are rejected': {
      content: Buffer.from(
        `${head}${FORMULAS.map(text => `${row({ BilledCost: text, ServiceName: text })}\n`).join('')}${row()}\n`,
      ),
      accepted: 1,
      rejected: FORMULAS.length,
    },
  };
}
