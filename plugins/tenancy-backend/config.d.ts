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

    /** Mails of the portal. */
    mail?: {
      /**
       * Sender, as `Freehold <portal@example.com>` or an address alone.
       * Needed with `smtp`.
       */
      from?: string;
      /** How long sent and kept mails stay in the list. Default: 30 days. */
      retention?: HumanDuration | string;
      /**
       * The server that takes the mails. Without one, mails are kept in the
       * portal, where operators can read them.
       */
      smtp?: {
        host: string;
        /** Default: 587, or 465 with `secure`. */
        port?: number;
        /**
         * TLS from the first byte on. Otherwise STARTTLS, which must succeed
         * unless the server is on this machine. Default: false.
         */
        secure?: boolean;
        user?: string;
        /** @visibility secret */
        password?: string;
      };
    };
  };
}
