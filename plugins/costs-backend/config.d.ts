import type { HumanDuration } from '@backstage/types';

export interface Config {
  /** What customers' sites cost. */
  costs: {
    /**
     * Folder for files of imports, as they were received, and for working on
     * them. Processes of several machines share it.
     */
    dataDirectory: string;

    /**
     * Folders and buckets that exports are taken from by themselves. A file is
     * taken once; of each month, by its name, the newest export.
     */
    collect?: Array<{
      /** Name of the source that the files are of; it is made if there is none. */
      source: string;
      /** What rows of a new source get in columns that its files have not. */
      defaults?: { [column: string]: string };
      /** Absolute path of a folder; those in it are looked into, too. */
      folder?: string;
      /** In the place of a folder: a bucket of S3, or of what speaks as S3 does. */
      s3?: {
        bucket: string;
        region: string;
        /** What the keys of all files begin with, such as `exports/focus/`. */
        prefix?: string;
        /** Of a store that is not AWS's. */
        endpoint?: string;
        /** What the machine signs in with by default: environment, profile or role. */
        credentials?: {
          accessKeyId: string;
          /** @visibility secret */
          secretAccessKey: string;
        };
      };
      /**
       * `newest`, the default: the newest export of a month takes the place of
       * the one before. `add`: every file comes to what is there.
       */
      months?: 'newest' | 'add';
      /** So long nothing changed in a file that is not being written, 60 by default. */
      settleSeconds?: number;
      /** When to look, as for all schedules of Backstage; hourly by default. */
      schedule?: {
        frequency: HumanDuration | { cron: string } | string;
        timeout: HumanDuration | string;
        initialDelay?: HumanDuration | string;
      };
    }>;

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
      /**
       * Months for which a file is kept after its import, or after it was
       * replaced, 13 by default. What is in force is always kept.
       */
      keepFilesMonths?: number;
      /** What DuckDB may use while it reads one, 160 by default. */
      memoryMebibytes?: number;
      /** Threads it may use, 2 by default. */
      threads?: number;
    };
  };
}
