import type { Request } from 'express';
import type { Enroller } from '../services/EnrolmentService';
import type { AccountHolder } from '../services/SecurityService';
import type { RouteContext } from './createRouter';

/**
 * Who asks for their own account, by the session's cookie.
 *
 * @throws AuthenticationError when the session ended in whatever way
 */
export async function requireHolder(
  { cookies, sessions }: RouteContext,
  req: Request,
): Promise<AccountHolder> {
  return sessions.requireSession(cookies.session.read(req));
}

/**
 * As {@link requireHolder}, for what changes how its member signs in.
 *
 * @throws AuthenticationError
 * @throws ReauthenticationRequiredError
 */
export async function requireSureHolder(
  context: RouteContext,
  req: Request,
): Promise<AccountHolder> {
  const holder = await requireHolder(context, req);
  context.security.requireReauthenticated(holder);
  return holder;
}

/**
 * Who may set up a second factor: somebody signed in who has just shown who
 * they are, or somebody whose sign-in waits for it.
 *
 * @throws AuthenticationError
 * @throws ReauthenticationRequiredError
 */
export async function requireEnroller(
  context: RouteContext,
  req: Request,
): Promise<Enroller> {
  const { challenges, cookies } = context;
  if (cookies.session.read(req)) {
    return requireSureHolder(context, req);
  }
  return challenges.requireChallenge(cookies.challenge.read(req), ['enrol']);
}
