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
  };
}
