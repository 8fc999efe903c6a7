export interface Config {
  freehold?: {
    /**
     * What this portal is run for. `local` allows demonstration data and plain
     * HTTP; anything else is treated as production and refuses to start with
     * unsafe settings.
     * @visibility backend
     */
    environment?: 'local' | 'production';
  };
}
