import { lineOf, startScript, stopPortal } from './portalProcess';

const PROVIDER =
  'plugins/auth-backend-module-local/src/__testUtils__/oidcProvider.mjs';

export interface OidcPortal {
  url: string;
  /** Whom the provider signs in from now on. */
  become(account: {
    subject: string;
    email: string;
    isVerified: boolean;
  }): Promise<void>;
  stop(): Promise<void>;
}

/** A portal of its own with a real OpenID provider, both on loopback. */
export async function startOidcPortal(): Promise<OidcPortal> {
  const provider = startScript(PROVIDER);
  const issuer = await lineOf(provider, /^(http:.*)$/);
  const portal = startScript('e2e/support/oidcPortal.mjs', [issuer]);
  const url = await lineOf(portal, /^PORTAL (.*)$/).catch(error => {
    provider.kill();
    throw error;
  });
  return {
    url,
    become: async account => {
      const body = JSON.stringify(account);
      await fetch(`${issuer}/account`, { method: 'POST', body });
    },
    stop: async () => {
      await stopPortal(portal);
      provider.kill();
    },
  };
}
