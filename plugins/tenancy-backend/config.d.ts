import type { HumanDuration } from '@backstage/types';

export interface Config {
  organization?: {
    /** Name of the hosting business, which its staff see as theirs. */
    name?: string;
  };

  tenancy?: {
    /** For a first start on one's own machine; production refuses it. */
    demo?: {
      /**
       * YAML file with the customers, members and staff to begin with,
       * absolute or relative to the working directory.
       */
      file: string;
    };

    audit?: {
      /** How long events say what they said; their places stay for ever. */
      retention?: {
        /** What was changed. 7 years by default. */
        changes?: HumanDuration | string;
        /** Who signed in and out. 1 year by default. */
        signIns?: HumanDuration | string;
        /** What was refused. 1 year by default. */
        refusals?: HumanDuration | string;
      };

      check?: {
        /** How often all trails are read and checked. 6 hours by default. */
        frequency?: HumanDuration | string;
      };
    };
  };
}
