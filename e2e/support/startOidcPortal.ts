import path from 'node:path';
import {
  lineOf,
  startOwnPortal,
  startScript,
  type OwnPortal,
} from './startOwnPortal';

const PROVIDER = path.join(
  __dirname,
  '../../plugins/auth-backend-module-local/src/__testUtils__/oidcProvider.mjs',
);

export interface OidcPortal extends OwnPortal {
  /** Whom the provider signs in from now on. */
  become(account: {
    subject: string;
    email: string;
    isVerified: boolean;
  }): Promise<void>;
}

/**
 * A portal of its own with a real OpenID provider, both on loopback, that wants
 * a second factor of operators.
 */
export async function startOidcPortal(): Promise<OidcPortal> {
  const provider = startScript(PROVIDER, []);
  try {
    const issuer = await lineOf(provider, /^(http:.*)$/);
    const portal = await startOwnPortal({
      auth_session_secret: 'a-secret-of-tests-only',
      auth_local_secondFactor_requiredFor: ['operator'],
      auth_providers_oidc_development_metadataUrl: `${issuer}/.well-known/openid-configuration`,
      auth_providers_oidc_development_clientId: 'freehold',
      auth_providers_oidc_development_clientSecret: 'a-secret-of-tests-only',
      auth_providers_oidc_development_prompt: 'auto',
    });
    return {
      url: portal.url,
      become: async account => {
        const body = JSON.stringify(account);
        await fetch(`${issuer}/account`, { method: 'POST', body });
      },
      stop: async () => {
        await portal.stop();
        provider.kill();
      },
    };
  } catch (error) {
    provider.kill();
    throw error;
  }
}
