import type { Session } from '../http/Session.ts';
import type { Database } from '../portal/Database.ts';
import { ownerOf, type SignIn } from './signIn.ts';
import type { Cast } from './tenants.ts';

/** Every role of the onlooker's, and people who are no longer welcome. */
export async function gatherOnlookers(
  cast: Cast,
  signIn: SignIn,
  operator: Session,
  database: Database,
): Promise<{ members: Session[]; gone: Session[] }> {
  const { slug, members } = cast.onlooker;
  const leaver = members.find(member => member.name.endsWith('-leaver'))!;
  const roles: Session[] = [];
  for (const { name, email, role } of members) {
    if (role !== 'owner' && name !== leaver.name) {
      roles.push(await signIn(slug, email));
    }
  }
  const removed = await signIn(slug, leaver.email);
  await operator.json({
    method: 'DELETE',
    path: `/api/tenancy/customers/${slug}/members/${leaver.name}`,
  });

  const loggedOut = await signIn(slug, ownerOf(cast.onlooker));
  await loggedOut.signOut();

  const expired = await signIn(slug, ownerOf(cast.onlooker));
  await expireNewestSession(database, cast.onlooker);

  const lockedOut = await signIn(
    cast.deactivated.slug,
    ownerOf(cast.deactivated),
  );
  await operator.json({
    method: 'POST',
    path: `/api/tenancy/customers/${cast.deactivated.slug}/deactivate`,
    body: { reason: `Unpaid ${cast.canary}` },
  });

  const suspended = await signIn(cast.suspended.slug, ownerOf(cast.suspended));
  await operator.json({
    method: 'POST',
    path: `/api/tenancy/customers/${cast.suspended.slug}/suspend`,
    body: { reason: `Unpaid ${cast.canary}`, sites: 'suspend' },
  });

  // One of the staff sees all, except while they view as a customer.
  const viewing = await signIn('default', 'viewing@hosting.example');
  await viewing.json({
    method: 'POST',
    path: `/api/tenancy/customers/${slug}/viewings`,
    body: { reason: 'A call of the onlooker', minutes: 60 },
  });
  return {
    members: [...roles, viewing.renamed('support viewing as the onlooker')],
    gone: [
      removed.renamed('a removed member'),
      loggedOut.renamed('a logged-out owner'),
      expired.renamed('an owner whose session expired'),
      lockedOut.renamed('the owner of a deactivated customer'),
      suspended.renamed('the owner of a suspended customer'),
    ],
  };
}

/** As if the time of the owner's newest session were up. */
async function expireNewestSession(
  database: Database,
  customer: Cast['observed'],
): Promise<void> {
  const owner = customer.members.find(member => member.role === 'owner')!;
  const expired = await database.acrossTenants(
    `update auth.local_sessions set expires_at = now() - interval '1 second'
      where (tenant_id, session_id) =
        (select tenant_id, session_id from auth.local_sessions
          where tenant_id = $1 and member_name = $2
          order by created_at desc limit 1)
      returning session_id`,
    [customer.slug, owner.name],
  );
  if (expired.length !== 1) {
    throw new Error(`${owner.name} has no session that could expire`);
  }
}
