import { readCharges } from './readCharges';
import { withFile } from './withFile';

/** A charge, or any part of it, as the workspace shows it. */
export type ChargeRow = Record<string, string | null>;

/** All that came of a file. */
export interface ChargesOf {
  formatId: string;
  charges: ChargeRow[];
  rejected: {
    row: number;
    reasons: { column: string | null; code: string; message: string }[];
    raw: unknown;
  }[];
}

/** Reads and maps a file whole; for small ones. */
export function chargesOf(
  content: string | Buffer,
  options: Parameters<typeof readCharges>[1] = {},
): Promise<ChargesOf> {
  return withFile(content, async file => {
    const { workspace, format, accepted, rejected } = await readCharges(
      file,
      options,
    );
    try {
      const charges = await workspace.rows<ChargeRow>(
        'select * from charges order by row_number',
      );
      const rejections = await workspace.rows<{
        row_number: string;
        reasons: string;
        raw: string;
      }>('select * from rejected_rows order by row_number');
      expect([accepted, rejected]).toEqual([charges.length, rejections.length]);
      return {
        formatId: format.id,
        charges,
        rejected: rejections.map(({ row_number, reasons, raw }) => ({
          row: Number(row_number),
          reasons: JSON.parse(reasons),
          raw: JSON.parse(raw),
        })),
      };
    } finally {
      await workspace.close();
    }
  });
}
