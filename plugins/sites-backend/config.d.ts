export interface Config {
  /** What customers order, and how it is brought about. */
  sites: {
    /** What can be ordered where, and at which monthly price. */
    offering: {
      /** Names this price list; stored with every order. */
      priceVersion: string;
      /** ISO 4217 code that all prices are in. */
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
          monthlyPrice: string;
        }>;
      }>;
    };

    /** What the customers of each tier may run. */
    tiers: {
      [tier in 'standard' | 'premium']: {
        /** Sites at a time, those that failed included. */
        maxSites: number;
        /** Ids of sizes of the offering. */
        sizes: string[];
      };
    };

    /** Folder for uploads, runs and what the local cloud publishes. */
    dataDirectory: string;
  };
}
