/** Where charges come from: a series of files that replace each other. */
export interface Source {
  sourceId: string;
  name: string;
  /** What rows get in columns that the files have not, by FOCUS's names. */
  defaults: Record<string, string>;
  createdBy: string;
  createdAt: Date;
}
