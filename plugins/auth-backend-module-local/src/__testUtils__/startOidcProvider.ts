import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** Somebody at the provider. */
export interface OidcAccount {
  subject: string;
  email: string;
  isVerified: boolean;
}

export interface OidcProvider {
  issuer: string;
  /** Whom the provider signs in from now on. */
  become(account: OidcAccount): Promise<void>;
  /**
   * What a browser without cookies of the provider does there, from the
   * address it was sent to until it is sent back.
   *
   * @returns the address it is sent back to
   */
  follow(address: string): Promise<string>;
  stop(): void;
}

/**
 * Starts a real OpenID provider on loopback.
 *
 * @param script - to be named where modules do not know their own folder
 */
export async function startOidcProvider(
  script = path.join(__dirname, 'oidcProvider.mjs'),
): Promise<OidcProvider> {
  const child = spawn(process.execPath, [script], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [issuer] = await once(createInterface(child.stdout), 'line');
  return {
    issuer,
    stop: () => child.kill(),
    become: async account => {
      const body = JSON.stringify(account);
      await fetch(`${issuer}/account`, { method: 'POST', body });
    },
    follow: async address => {
      const cookies = new Map<string, string>();
      let next = address;
      while (next.startsWith(issuer)) {
        const response = await fetch(next, {
          redirect: 'manual',
          headers: {
            cookie: [...cookies].map(pair => pair.join('=')).join('; '),
          },
        });
        for (const line of response.headers.getSetCookie()) {
          const [name, ...value] = line.split(';')[0].split('=');
          cookies.set(name, value.join('='));
        }
        const location = response.headers.get('location');
        if (!location) {
          throw new Error(
            `The provider answered ${response.status} at ${next}`,
          );
        }
        next = new URL(location, next).href;
      }
      return next;
    },
  };
}
