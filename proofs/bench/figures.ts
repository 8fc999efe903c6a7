/** One line of a benchmark's table. */
export interface Figure {
  what: string;
  /** With its unit, such as `212 ms`. */
  measured: string;
  /** What it is compared with, in the same unit. */
  comparedWith?: string;
  ratio?: number;
  goal?: string;
  reached?: boolean;
}

export interface Benchmark {
  title: string;
  /** What was measured and how, in a sentence or two. */
  method: string;
  figures: Figure[];
}

/** The value below which the given share of all values lies. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[
    Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)
  ];
}

export function median(values: number[]): number {
  return percentile(values, 0.5);
}

export function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(bytes < 10_485_760 ? 2 : 0)} MB`;
}

/** As a Markdown table, which reads well in a terminal too. */
export function toTable({ figures }: Benchmark): string {
  const head = ['what', 'measured', 'compared with', 'ratio', 'goal', ''];
  const rows = figures.map(figure => [
    figure.what,
    figure.measured,
    figure.comparedWith ?? '',
    figure.ratio?.toFixed(2) ?? '',
    figure.goal ?? '',
    verdict(figure.reached),
  ]);
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map(row => row[column].length)),
  );
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  return [
    line(head),
    line(widths.map(width => '-'.repeat(width))),
    ...rows.map(line),
  ].join('\n');
}

function verdict(reached: boolean | undefined): string {
  if (reached === undefined) return '';
  return reached ? 'reached' : 'MISSED';
}
