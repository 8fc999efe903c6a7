export interface Config {
  /** What customers' sites cost. */
  costs: {
    /**
     * Folder for files of imports, as they were received, and for working on
     * them. Processes of several machines share it.
     */
    dataDirectory: string;

    /** For a first start on one's own machine; production refuses it. */
    demo?: {
      /**
       * YAML file of the demo's customers, as for tenancy.demo.file. They get
       * made-up costs of the last thirteen months, once.
       */
      file: string;
    };

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
