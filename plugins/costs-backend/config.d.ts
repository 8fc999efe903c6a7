export interface Config {
  /** What customers' sites cost. */
  costs: {
    /**
     * Folder for files of imports, as they were received, and for working on
     * them. Processes of several machines share it.
     */
    dataDirectory: string;

    /** How files are brought in. */
    imports?: {
      /** The most a file may have, 2,048 by default. */
      maximumFileMebibytes?: number;
      /** What DuckDB may use while it reads one, 160 by default. */
      memoryMebibytes?: number;
      /** Threads it may use, 2 by default. */
      threads?: number;
    };
  };
}
