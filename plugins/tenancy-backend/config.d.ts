import type { HumanDuration } from '@backstage/types';

export interface Config {
  organization?: {
    /** Name of the hosting business, which its staff see as theirs. */
    name?: string;
  };

  tenancy?: {
    /** How much customers may use. */
    limits?: {
      /**
       * What each tier includes. Operators agree other values with single
       * customers in the portal.
       */
      tiers?: {
        [tier in 'standard' | 'premium']?: {
          /**
           * API requests of all members of a customer together; 100 in
           * standard, 1000 in premium. Pages of the portal may make three times
           * as many, counted apart.
           */
          requestsPerMinute?: number;
          /** Deployments, deletions left out; 10 in standard, 60 in premium. */
          deploymentsPerHour?: number;
          /** Sites at a time, those that failed included; 10 and 100. */
          sites?: number;
          /** Ids of sizes of the offering; without it, all of them. */
          sizes?: string[];
        };
      };
      /** Counts requests in Redis rather than in PostgreSQL. */
      redis?: {
        /**
         * Such as rediss://user:password@host:6379/0
         * @visibility secret
         */
        url: string;
      };
    };

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
        /** How often all trails are read and checked. 1 hour by default. */
        frequency?: HumanDuration | string;
      };
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
