import { INK, LINE, QUIET, type PdfPage } from './PdfPage';

/** A column of a table on paper. */
export interface PaperColumn {
  label: string;
  /** Of the page's width, in parts of the sum of all. */
  weight: number;
  isNumber?: boolean;
}

const SIZE = 8;
const PADDING = 4;

/** A row of a table on paper. */
export interface PaperRow {
  cells: readonly string[];
  isSum?: boolean;
}

/** Draws a table over as many pages as it needs, each with its head. */
export function drawTable(
  page: PdfPage,
  columns: readonly PaperColumn[],
  rows: readonly PaperRow[],
): void {
  const addRow = beginTable(page, columns);
  for (const row of rows) addRow(row);
}

/**
 * Draws the head of a table whose rows come one by one.
 *
 * @returns draws the next row
 */
export function beginTable(
  page: PdfPage,
  columns: readonly PaperColumn[],
): (row: PaperRow) => void {
  const whole = columns.reduce((sum, { weight }) => sum + weight, 0);
  const widths = columns.map(({ weight }) => (weight / whole) * page.width);
  const head = columns.map(({ label }) => label);
  drawRow(page, columns, widths, head, 'head');
  return ({ cells, isSum }) => {
    const kind = isSum ? 'sum' : 'row';
    if (page.makeRoom(heightOf(page, widths, cells, kind))) {
      drawRow(page, columns, widths, head, 'head');
    }
    drawRow(page, columns, widths, cells, kind);
  };
}

type Kind = 'head' | 'row' | 'sum';

function heightOf(
  page: PdfPage,
  widths: readonly number[],
  cells: readonly string[],
  kind: Kind,
): number {
  const { document } = page;
  document.font(kind === 'row' ? 'regular' : 'bold').fontSize(SIZE);
  const heights = cells.map((cell, at) =>
    document.heightOfString(cell || ' ', { width: widths[at] - 2 * PADDING }),
  );
  return Math.max(...heights) + 2 * PADDING;
}

function drawRow(
  page: PdfPage,
  columns: readonly PaperColumn[],
  widths: readonly number[],
  cells: readonly string[],
  kind: Kind,
): void {
  const { document, left, width, y } = page;
  const height = heightOf(page, widths, cells, kind);
  document.fillColor(kind === 'head' ? QUIET : INK);
  let x = left;
  cells.forEach((cell, at) => {
    document.text(cell, x + PADDING, y + PADDING, {
      width: widths[at] - 2 * PADDING,
      align: columns[at].isNumber ? 'right' : 'left',
    });
    x += widths[at];
  });
  document
    .moveTo(left, y + height)
    .lineTo(left + width, y + height)
    .lineWidth(kind === 'row' ? 0.5 : 1)
    .strokeColor(kind === 'row' ? LINE : QUIET)
    .stroke();
  page.y = y + height;
}
