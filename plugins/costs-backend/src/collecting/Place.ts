import type { Readable } from 'node:stream';

/** A file that lies somewhere to be taken. */
export interface PlacedFile {
  /** Within the place, with `/` between its parts. */
  path: string;
  bytes: number;
  modifiedAt: Date;
  /** Another one says that the file may be another; the same one that it is not. */
  stamp: string;
  /** Of the content, where the place knows it without a look at it. */
  checksum?: string;
}

/** Where a provider, or somebody's script, lays its exports down. */
export interface Place {
  /** For people: where a file of it is. */
  nameOf(path: string): string;
  /** Every file there is. */
  list(): Promise<PlacedFile[]>;
  open(path: string): Promise<Readable>;
}
