import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** Providers there is a module of Backstage for, and what people call them. */
const NAMES = {
  google: 'Google',
  microsoft: 'Microsoft',
  oidc: 'single sign-on',
} as const;

export type ProviderId = keyof typeof NAMES;

export const providerIds = Object.keys(NAMES) as ProviderId[];

/** Accounts elsewhere that members can sign in with. */
export interface IdentityProvider {
  id: ProviderId;
  /** Follows "Continue with". */
  name: string;
}

export interface FederationConfig {
  providers: IdentityProvider[];
  /** Key below each of `auth.providers`. */
  environment: string;
}

/**
 * @throws InputError when a provider is there, but not what it needs
 */
export function readFederationConfig(config: Config): FederationConfig {
  const providers = providerIds
    .filter(id => config.has(`auth.providers.${id}`))
    .map(id => ({
      id,
      name:
        config.getOptionalString(`auth.local.providerNames.${id}`) ?? NAMES[id],
    }));
  if (
    providers.some(({ id }) => id === 'oidc') &&
    !config.has('auth.session.secret')
  ) {
    throw new InputError(
      "Missing setting 'auth.session.secret': 'auth.providers.oidc' keeps the state of a sign-in in a session of its own",
    );
  }
  return {
    providers,
    environment: config.getOptionalString('auth.environment') ?? 'development',
  };
}
