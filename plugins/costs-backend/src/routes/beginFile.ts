import type { Response } from 'express';

const MEDIA_TYPES = {
  csv: 'text/csv',
  parquet: 'application/vnd.apache.parquet',
  pdf: 'application/pdf',
} as const;

/** Says that a file follows, which nobody keeps on the way. */
export function beginFile(
  res: Response,
  name: string,
  format: keyof typeof MEDIA_TYPES,
): void {
  res.status(200);
  res.attachment(`${name}.${format}`);
  res.set('Cache-Control', 'no-store');
  res.type(MEDIA_TYPES[format]);
}
