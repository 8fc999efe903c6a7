export interface Config {
  sites?: {
    local?: {
      /**
       * Domain below which sites on the local cloud get their hosts; `localhost`
       * when absent. The order form shows the address a site will have.
       *
       * @visibility frontend
       */
      domain?: string;
    };
  };
}
