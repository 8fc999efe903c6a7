import { Session } from '../http/Session.ts';
import type { Portal } from '../portal/Portal.ts';
import type { Cast } from './tenants.ts';

/** Signs somebody in, by tenant and address. */
export type SignIn = (tenant: string, email: string) => Promise<Session>;

/** With the password that all of the cast have. */
export function signInTo(portal: Portal, cast: Cast): SignIn {
  return (tenant, email) =>
    Session.signIn(portal.url, email, {
      email,
      password: cast.password,
      tenant,
    });
}

/** The address of the customer's owner. */
export function ownerOf(customer: Cast['observed']): string {
  return customer.members.find(member => member.role === 'owner')!.email;
}
