import type { CostReport } from '../../domain/CostReport';
import { dimensionWords } from '../../domain/reportWords';
import type { ParquetColumn } from '../ParquetWriter';

/** What of a report is a table: as the page shows it, with every digit. */
export interface ReportTable {
  columns: readonly ParquetColumn[];
  rows: readonly (readonly (string | null)[])[];
}

const AMOUNT = { name: 'Amount', type: 'decimal' } as const;
const CURRENCY = { name: 'Currency', type: 'string' } as const;
const CHARGES = { name: 'Charges', type: 'integer' } as const;

/** What each value cost, beside the other days where there are such. */
export function breakdownTable({ breakdown, query }: CostReport): ReportTable {
  const isCompared = query.compared !== undefined;
  return {
    columns: [
      { name: dimensionWords(query.groupBy), type: 'string' },
      { name: 'Value', type: 'string' },
      CURRENCY,
      AMOUNT,
      ...(isCompared
        ? ([
            { name: 'Before', type: 'decimal' },
            { name: 'Difference', type: 'decimal' },
            { name: 'Change', type: 'decimal' },
          ] as const)
        : []),
      CHARGES,
    ],
    rows: breakdown.map(sum => [
      sum.name,
      sum.isRest ? null : (sum.value ?? null),
      sum.currency,
      sum.amount,
      ...(isCompared ? [sum.before, sum.difference, sum.change] : []),
      String(sum.charges),
    ]),
  };
}

/** What was charged over time. */
export function trendTable({ query, trend }: CostReport): ReportTable {
  return {
    columns: [
      { name: 'Period', type: 'date' },
      { name: dimensionWords(query.stack), type: 'string' },
      CURRENCY,
      AMOUNT,
      CHARGES,
    ],
    rows: trend.map(sum => [
      sum.period,
      sum.name,
      sum.currency,
      sum.amount,
      String(sum.charges),
    ]),
  };
}
