import type { HumanDuration } from '@backstage/types';

export interface Config {
  /** What customers order, and how it is brought about. */
  sites: {
    /**
     * What can be ordered where. Its prices are those of the first start; from
     * then on, finance edits them in the portal.
     */
    offering: {
      /** Names the first version of the prices; stored with every order. */
      priceVersion: string;
      /** ISO 4217 code that these prices are in. */
      currency: string;
      clouds: Array<{
        /** Also the stack that brings sites about: `terraform/stacks/site-<id>`. */
        id: string;
        title: string;
        regions: Array<{ id: string; title: string }>;
        sizes: Array<{
          id: string;
          title: string;
          description: string;
          /** A decimal in quotes, such as '12.50'. */
          monthlyPrice?: string;
        }>;
        /**
         * What else has a monthly price, such as `custom.vcpu`, `custom.gib`,
         * `database.small`, `replica.small` and `storage`.
         */
        prices?: { [item: string]: string };
      }>;
    };

    /** Folder for uploads, runs and what the local cloud publishes. */
    dataDirectory: string;

    /**
     * Folder for runs, `runs` in `dataDirectory` by default. Processes of one
     * machine share it; each machine has its own, on a disk that outlives the
     * process.
     */
    runsDirectory?: string;

    /** How deployments are run. */
    deployments?: {
      /** Deployments each process of the portal runs at a time; 2 by default. */
      concurrency?: number;
      /**
       * After this long without a word, two minutes by default, a process that
       * runs a deployment is taken for dead and another one recovers it.
       */
      staleAfter?: HumanDuration | string;
      /**
       * What another machine was applying when it died is known only there. For
       * this long, 15 minutes by default, it may come back and recover it; then
       * the deployment fails and is left to staff.
       */
      takeOverAfter?: HumanDuration | string;
      /**
       * How long to wait before a second attempt of what failed for a reason
       * that may pass; 15 seconds by default, and longer before later ones.
       */
      retryAfter?: HumanDuration | string;
    };

    approvals?: {
      /** How long a plan waits for its approval; seven days by default. */
      expireAfter?: HumanDuration | string;
      /**
       * Whether somebody else than who asked for a change must approve it: for
       * all customers, or those of some tiers; for none by default.
       */
      fourEyes?: boolean | string[];
    };

    /** Checks of what became of sites since they were brought about. */
    drift?: {
      /**
       * How many checks all customers together have an hour, those that people
       * ask for included; 60 by default, and 0 turns them off.
       */
      checksPerHour?: number;
      /** How long a site waits for its next check; a day by default. */
      every?: HumanDuration | string;
    };

    terraform?: {
      /** Path or name of the executable; `terraform` by default. */
      binary?: string;
      /**
       * Folder of `stacks` and `modules`; `../../terraform` from the working
       * directory by default.
       */
      directory?: string;
      /** Terraform's own CLI configuration, to name a mirror of providers. */
      cliConfigFile?: string;
      /** How long a run may take; an hour by default. */
      timeLimit?: HumanDuration | string;
      /** How long each step of a run may take. */
      stepLimits?: {
        /** Ten minutes by default. */
        init?: HumanDuration | string;
        /** Half an hour by default. */
        plan?: HumanDuration | string;
        /** An hour by default. */
        apply?: HumanDuration | string;
      };
      /**
       * How long Terraform may take to stop once a run is cancelled, before it
       * is killed; 30 seconds by default.
       */
      cancelGrace?: HumanDuration | string;
    };

    logs?: {
      /** How long logs are kept after their deployment ended; a year by default. */
      keepFor?: HumanDuration | string;
    };

    /** Where Terraform's states are kept. Decide before the first site. */
    state?: {
      /** By the portal itself, which is the default, or in a bucket of AWS. */
      kind?: 'embedded' | 's3';
      /** Of kind `s3`: a bucket with versioning. */
      bucket?: string;
      /** Of kind `s3`: where the bucket is. */
      region?: string;
      /** Of kind `s3`: what all keys begin with, such as `freehold/`. */
      keyPrefix?: string;
      /** Of kind `s3`: key of AWS KMS; the bucket's own encryption by default. */
      kmsKey?: string;
      /** Of kind `s3`: where a double of AWS answers in its place. */
      endpoint?: string;
      /** Versions of a site's state that are kept however old; 50 by default. */
      keepVersions?: number;
      /** How long more versions than these are kept; 90 days by default. */
      keepFor?: HumanDuration | string;
    };

    /** The cloud that is the portal's own machine. */
    local?: {
      /**
       * What host names of its sites end with: `<site>.<customer>.<domain>`;
       * `localhost` by default.
       */
      domain?: string;
    };

    /** AWS; runs sign in with credentials that people enter in the portal. */
    aws?: {
      /** Where a double of AWS answers in the place of AWS itself. */
      endpoint?: string;
      /** Region whose token service is asked; `us-east-1` by default. */
      region?: string;
      /**
       * Whether the portal may become roles with the credentials of its own
       * machine (environment, profile, instance role) when the business has
       * entered none; `false` by default.
       */
      useMachineCredentials?: boolean;
      /**
       * Addresses of the network that each site has to itself, a block of /16
       * to /24; `10.64.0.0/16` by default.
       */
      vpcCidr?: string;
      /**
       * A Route 53 zone in the account of the business. Below it each customer
       * may have names under `<customer>.<domain>`, whose records the portal
       * sets; what lies elsewhere, customers prove and point themselves.
       */
      zone?: {
        /** As Route 53 calls it, such as `Z0123456789ABCDEFGHIJ`. */
        id: string;
        /** Such as `sites.example.com`. */
        domain: string;
      };
      /**
       * Whether a database that is destroyed leaves a snapshot behind; `true`
       * by default.
       */
      keepFinalSnapshot?: boolean;
      /**
       * Who is asked whether records of customers are set, as `address` or
       * `address:port`; the machine's own resolvers by default.
       */
      dnsServers?: string[];
    };

    health?: {
      /** How often each live site is looked at; a minute by default. */
      interval?: HumanDuration | string;
    };
  };
}
