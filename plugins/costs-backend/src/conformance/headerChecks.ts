import type { Check } from './rules/FocusRule';

/** What the header of a file tells. */
export interface Header {
  columns: string[];
  /** The columns that the version of FOCUS defines. */
  focusColumns: Set<string>;
}

/** Columns that break a check of the header; none when it holds. */
type HeaderCheck = (check: Check, header: Header) => string[];

/**
 * The checks that the header of a file answers alone. Each returns the columns
 * by which it is broken.
 */
export const headerChecks: Record<string, HeaderCheck | undefined> = {
  ColumnPresent: ({ column = '' }, { columns }) =>
    columns.includes(column) ? [] : [column],
  ColumnNamesAtMost50Characters: (_, { columns }) =>
    columns.filter(name => name.length > 50),
  CustomColumnsPrefixed: (_, header) =>
    customColumns(header).filter(name => !name.startsWith('x_')),
  CustomColumnsLast: (_, header) => {
    const custom = customColumns(header);
    const lastOfFocus = header.columns.findLastIndex(
      name => !custom.includes(name),
    );
    return custom.filter(name => header.columns.indexOf(name) < lastOfFocus);
  },
};

function customColumns({ columns, focusColumns }: Header): string[] {
  return columns.filter(name => !focusColumns.has(name));
}
