import type { OidcProvider } from '../../plugins/auth-backend-module-local/src/__testUtils__/startOidcProvider.ts';
import { Browser } from '../http/Browser.ts';
import type { Answer } from '../http/request.ts';
import type { Session } from '../http/Session.ts';
import type { RunningPortal } from '../portal/startPortal.ts';
import type { MemberRole } from '../seed/tenants.ts';

export interface Account {
  email: string;
  password: string;
  tenant: string;
  member: string;
}

/** A portal under attack, beside a provider of accounts. */
export interface Scene extends RunningPortal {
  provider: OidcProvider;
  /** Reads mails and the audit trail. */
  operator: Session;
}

/**
 * A member that no other attack is about, for what is counted against one
 * account would be in the way of another attack.
 */
export function victim(
  { cast }: Scene,
  customer: 'onlooker' | 'observed' | 'deactivated' | 'suspended',
  role: MemberRole,
): Account {
  const { slug, members } = cast[customer];
  const { email, name } = members.find(each => each.role === role)!;
  return { email, password: cast.password, tenant: slug, member: name };
}

/** What the portal's form sends. */
export function credentialsOf({ email, password, tenant }: Account) {
  return { email, password, tenant };
}

let addresses = 0;

/** One of loopback's that nobody has called from. */
export function newAddress(): string {
  addresses += 1;
  return `127.1.${addresses >> 7}.${1 + (addresses & 127)}`;
}

/** A browser at an address of its own, or at one that is named. */
export function browser(
  { portal }: Pick<Scene, 'portal'>,
  address = newAddress(),
): Browser {
  return Browser.open(portal.url, address);
}

/** A browser in which the account is signed in. */
export async function signedIn(scene: Scene, who: Account): Promise<Browser> {
  const desk = browser(scene);
  const { status, body } = await desk.signIn(credentialsOf(who));
  if (status !== 200) {
    throw new Error(`${who.email} could not sign in: ${status} ${body}`);
  }
  return desk;
}

/** @returns seconds to wait; undefined when the answer names none */
export function retryAfter({ headers }: Answer): number | undefined {
  const seconds = headers['retry-after'];
  return seconds === undefined ? undefined : Number(seconds);
}

/** As if everybody had waited as long as they were told to. */
export async function passDelays({ database }: Scene): Promise<void> {
  await database.acrossTenants(
    `update auth.local_sign_in_attempts set blocked_until = to_timestamp(0)`,
  );
}

/** Delays that have begun go on for longer than a busy machine takes. */
export async function stretchDelays({ database }: Scene): Promise<void> {
  await database.acrossTenants(
    `update auth.local_sign_in_attempts
        set blocked_until = blocked_until + interval '1 minute'
      where blocked_until > to_timestamp(0)`,
  );
}

/** Something of the right shape that opens nothing. */
export function madeUpToken(tenant: string): string {
  const random = crypto.getRandomValues(new Uint8Array(32));
  return `${tenant}.${Buffer.from(random).toString('base64url')}`;
}
