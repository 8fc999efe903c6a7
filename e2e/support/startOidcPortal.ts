import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

const root = path.join(__dirname, '../..');
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
  const provider = start(path.join(root, PROVIDER), []);
  const issuer = await lineOf(provider, /^(http:.*)$/);
  const portal = start(path.join(__dirname, 'oidcPortal.mjs'), [issuer]);
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
      portal.stdin!.end();
      await once(portal, 'exit');
      provider.kill();
    },
  };
}

function start(script: string, args: string[]): ChildProcess {
  return spawn(process.execPath, [script, ...args], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

async function lineOf(child: ChildProcess, wanted: RegExp): Promise<string> {
  for await (const line of createInterface(child.stdout!)) {
    const match = wanted.exec(line);
    if (match) {
      child.stdout!.resume();
      return match[1];
    }
  }
  throw new Error('A process of the test ended before it was ready');
}
