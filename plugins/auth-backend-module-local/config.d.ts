import type { HumanDuration } from '@backstage/types';

export interface Config {
  freehold?: {
    /**
     * What this portal is run for. `local` allows demonstration data and
     * development secrets; anything else is treated as production.
     * @visibility backend
     */
    environment?: 'local' | 'production';
  };
  auth?: {
    /**
     * Which part of each provider's settings holds. Default: development.
     */
    environment?: string;
    session?: {
      /**
       * Signs the cookie that keeps the state of a sign-in with the provider
       * `oidc`, which needs it.
       * @visibility secret
       */
      secret?: string;
    };
    providers?: {
      /** Sign-in with e-mail and password; has no settings here. */
      local?: {};
    };
    local?: {
      sessions?: {
        /** A session unused for so long ends. Default: 12 hours. */
        idleLimit?: HumanDuration | string;
        /** A session ends so long after sign-in, used or not. Default: 7 days. */
        absoluteLimit?: HumanDuration | string;
      };
      passwordLinks?: {
        /** How long a set-password link can be used. Default: 72 hours. */
        lifetime?: HumanDuration | string;
      };
      /**
       * Sign-in answers at multiples of this time only, so that the time tells
       * nothing about which accounts exist. Default: 300 milliseconds.
       */
      answerInterval?: HumanDuration | string;
      secondFactor?: {
        /**
         * Roles that cannot be signed in without a second factor: operator,
         * finance, support, owner, admin, developer, billing, viewer. Who has
         * none yet sets one up at sign-in. Default: none.
         */
        requiredFor?: string[];
      };
      /** What follows "Continue with" on the buttons of providers. */
      providerNames?: {
        google?: string;
        microsoft?: string;
        oidc?: string;
      };
      demo?: {
        /**
         * File of demonstration customers whose members get its password.
         * Refused unless `freehold.environment` is `local`.
         */
        file?: string;
      };
    };
  };
}
