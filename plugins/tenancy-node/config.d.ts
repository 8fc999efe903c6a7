export interface Config {
  tenancy: {
    /**
     * Encryption of what must be readable again: states, plans, seeds of second
     * factors. The same for all plugins.
     */
    encryption: {
      /**
       * The first key encrypts what is new. To rotate, put a new one before the
       * others, which stay as long as anything is encrypted by them.
       */
      keys: Array<{
        /** Stored beside what the key encrypted. */
        id: string;
        /**
         * 32 random bytes in base64, as `openssl rand -base64 32` prints them.
         * @visibility secret
         */
        key: string;
      }>;
    };
  };
}
