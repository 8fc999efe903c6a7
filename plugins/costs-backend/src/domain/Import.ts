import type { CostChange } from '../database/CostRollups';
import type { DeclaredEncoding } from '../reading/FileProfile';

export type ImportState = 'queued' | 'running' | 'succeeded' | 'failed';

/** What is being done, in this order. */
export type ImportStep =
  'reading' | 'mapping' | 'allocating' | 'loading' | 'checking' | 'replacing';

/**
 * What becomes of what the source has for the file's months:
 *
 * - `replace`: the file takes its place
 * - `add`: the file comes to it
 * - `correct`: rows that an earlier file had rejected come to it
 */
export type ImportMode = 'replace' | 'add' | 'correct';

/** Why an import failed, in words for people. */
export interface ImportProblem {
  code: string;
  message: string;
}

/** A file that was, or is to be, brought in. */
export interface Import {
  importId: string;
  sourceId: string;
  sourceName: string;
  fileName: string;
  bytes: number;
  /** Of the file, hex. */
  sha256: string;
  mode: ImportMode;
  /** The import whose rejected rows the file corrects. */
  corrects?: string;
  /** Where it was taken from, unless somebody sent it. */
  origin?: string;
  /** What the sender said the text of the file is encoded in. */
  declaredEncoding?: DeclaredEncoding;
  /** What it is encoded in, once it is read. */
  encoding?: string;
  state: ImportState;
  step?: ImportStep;
  format?: string;
  accepted?: number;
  rejected?: number;
  /** The file said what was there already. */
  unchanged: boolean;
  /** The version of the rules that its charges were allocated by; 0 for labels alone. */
  ruleSetVersion?: number;
  /**
   * The billing period, where the import brings no file in: it allocates that
   * period anew, from the file of `fileOf`.
   */
  reallocates?: string;
  fileOf?: string;
  mustFindings?: number;
  shouldFindings?: number;
  problem?: ImportProblem;
  createdBy: string;
  createdAt: Date;
  startedAt?: Date;
  finishedAt?: Date;
}

/** An amount per currency; never one over several. */
export interface Sum {
  currency: string;
  /** An exact decimal. */
  amount: string;
}

/** What a source has for a billing period. */
export interface SourcePeriod {
  sourceId: string;
  sourceName: string;
  /** First day of the billing period. */
  billingPeriod: string;
  importId: string;
  rowCount: number;
  /** What was billed. */
  sums: Sum[];
  /** The version of the rules that it is allocated by; 0 for labels alone. */
  ruleSetVersion: number;
  replacedAt: Date;
}

/** What an import replaced. */
export interface Restatement {
  billingPeriod: string;
  rowsBefore: number;
  rowsAfter: number;
  /** Why, where it was no new file. */
  reason?: string;
  sums: { currency: string; billedBefore: string; billedAfter: string }[];
  /** By service, the largest first, a hundred at most. */
  changes: CostChange[];
}
