/** How the text of a file is encoded. */
export type FileEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What a sender may say of it. */
export type DeclaredEncoding = Extract<FileEncoding, 'windows-1252'>;

/** What a file is, found without reading all of it. */
export interface FileProfile {
  file: string;
  bytes: number;
  kind: 'csv' | 'parquet';
  compression: 'none' | 'gzip';
  encoding: FileEncoding;
  /** Of a CSV file. */
  delimiter: string;
  /** As the header has them, trimmed and made unique without regard to letter case. */
  columns: string[];
}
