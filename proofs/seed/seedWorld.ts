import { Session } from '../http/Session.ts';
import type { Database } from '../portal/Database.ts';
import type { Portal } from '../portal/Portal.ts';
import { tarGz } from './archive.ts';
import {
  deploymentEnd,
  firstPlacement,
  orderSite,
  uploadContent,
} from './orders.ts';
import type { Cast } from './tenants.ts';
import { invite, keptMail } from './mails.ts';
import { until } from './until.ts';
import { catalogKeys, resourcePermissions, searchTypes } from './questions.ts';
import { draftPrices } from './draftPrices.ts';
import { giveUp } from './giveUp.ts';
import { keepCredentials } from './keepCredentials.ts';
import { leaveRecords } from './records.ts';
import { type Names, type World, inventNames } from './World.ts';

/**
 * Fills a portal through its own API, so that every object is made as its
 * owner makes it: members, contents, sites, deployments with their logs,
 * scaffolder tasks, settings; then waits for catalog and search to show them.
 */
export async function seedWorld(
  portal: Portal,
  database: Database,
  cast: Cast,
): Promise<World> {
  const signIn = signInTo(portal, cast);
  const operator = await signIn('default', 'operator@hosting.example');
  const observed = await signIn(cast.observed.slug, ownerOf(cast.observed));
  const onlooker = await signIn(cast.onlooker.slug, ownerOf(cast.onlooker));

  const foreign = await fillCustomer(observed, cast.observed, cast.canary);
  const own = await fillCustomer(onlooker, cast.onlooker, 'plain');
  await keepMails(operator, own, foreign);
  await leaveTraces(observed, foreign, cast.canary);
  await limitCost(operator, foreign.customer, cast.canary);
  await keepCredentials(observed, foreign.customer, cast.canary);
  await giveUp(database, foreign);
  foreign.notification = await leaveRecords(
    observed,
    operator,
    foreign.customer,
    cast.canary,
  );
  foreign.uid = await catalogUid(operator, foreign);
  own.uid = await catalogUid(operator, own);
  await searchShows(operator, cast.canary);

  foreign.cursor = await catalogCursor(observed, foreign.customer);
  own.cursor = await catalogCursor(onlooker, own.customer);

  const finance = await signIn('default', 'finance@hosting.example');
  const others = await gatherOnlookers(cast, signIn, operator, database);
  return {
    canary: cast.canary,
    own,
    foreign,
    unknown: inventNames(foreign),
    catalogKeys: await catalogKeys(operator, foreign.customer),
    permissions: await resourcePermissions(operator),
    searchTypes: await searchTypes(database),
    tokens: {
      invitation: await askToJoin(onlooker, operator, own.customer),
      emailChange: await askForEmailChange(operator, cast.password),
    },
    password: cast.password,
    priceBook: await draftPrices(finance, cast.canary),
    placement: await firstPlacement(onlooker),
    onlookers: [onlooker, ...others.members],
    gone: [...others.gone, Session.nobody(portal.url)],
    onlooker,
    observed,
    operator,
    finance,
    staff: [
      operator,
      finance,
      await signIn('default', 'support@hosting.example'),
    ],
    secrets: [
      ...portal.secrets,
      cast.canary,
      cast.observed.slug,
      foreign.site,
      foreign.deployment,
      foreign.content,
      foreign.invitation,
      foreign.mail,
      foreign.event,
      foreign.notification,
      foreign.uid,
      foreign.task,
      foreign.session,
    ],
  };
}

/**
 * Lets the observed customer go on with its business: another site, until all
 * that follows from it is seen by staff.
 */
export async function growObserved(world: World): Promise<void> {
  const { foreign, observed, operator, canary } = world;
  const name = `third-${canary}`;
  const newWord = `more${canary}`;
  const order = await orderSite(observed, foreign.customer, {
    name,
    title: `Shop ${newWord}`,
  });
  await deploymentEnd(observed, foreign.customer, order.deploymentId);
  await catalogUid(operator, { ...foreign, siteName: name });
  await searchShows(operator, newWord);
}

type SignIn = (tenant: string, email: string) => Promise<Session>;

function signInTo(portal: Portal, cast: Cast): SignIn {
  return (tenant, email) =>
    Session.signIn(portal.url, email, {
      email,
      password: cast.password,
      tenant,
    });
}

function ownerOf(customer: Cast['observed']): string {
  return customer.members.find(member => member.role === 'owner')!.email;
}

async function fillCustomer(
  session: Session,
  customer: Cast['observed'],
  word: string,
): Promise<Names> {
  const { slug, members } = customer;
  const content = await uploadContent(
    session,
    slug,
    tarGz([{ name: 'index.html', content: `<h1>${word}</h1>` }]),
  );
  const site = await orderSite(session, slug, {
    name: `shop-${word}`,
    title: `Shop ${word}`,
    content: { kind: 'upload', contentId: content },
    idempotencyKey: `key-of-${word}`,
  });
  const task = await orderByTemplate(session, slug, word);
  await deploymentEnd(session, slug, site.deploymentId);
  return {
    customer: slug,
    member: members.find(member => member.role === 'developer')!.name,
    site: site.siteId,
    siteName: site.name,
    deployment: site.deploymentId,
    content,
    task,
    word,
    session: await newestSession(session),
    invitation: await invite(session, slug, guestOf(slug)),
    mail: '',
    event: '',
    notification: '',
    uid: '',
    cursor: '',
  };
}

async function newestSession(session: Session): Promise<string> {
  const { items } = await session.json({
    path: '/api/auth/local/sessions',
    headers: { cookie: session.cookie! },
  });
  return items[0].id;
}

const guestOf = (customer: string) => `guest@${customer}.example`;

/** Names the mails of both invitations, and an event of each customer. */
async function keepMails(
  operator: Session,
  ...customers: Names[]
): Promise<void> {
  for (const names of customers) {
    const { customer } = names;
    const email = guestOf(customer);
    const { id } = await keptMail(operator, customer, email, 'invitation');
    names.mail = id;
    names.event = await eventOf(operator, names);
  }
}

/** What the trail told last about the customer's site. */
async function eventOf(operator: Session, { customer, site }: Names) {
  const { items } = await operator.json({
    path: `/api/tenancy/audit-events?limit=1&customer=${customer}&object=site:${site}`,
  });
  return items[0].id as string;
}

/** Invites one more. Returns what the link carries. */
async function askToJoin(
  owner: Session,
  operator: Session,
  customer: string,
): Promise<string> {
  const email = `joiner@${customer}.example`;
  await invite(owner, customer, email);
  const mail = await keptMail(operator, customer, email, 'invitation');
  return mail.token;
}

/** Returns what the link to the operator's new address carries. */
async function askForEmailChange(
  operator: Session,
  password: string,
): Promise<string> {
  const newEmail = 'moving@hosting.example';
  await operator.json({
    method: 'POST',
    path: '/api/tenancy/me/email-change',
    body: { newEmail, password },
  });
  const mail = await keptMail(operator, 'default', newEmail, 'emailChangeNew');
  return mail.token;
}

/**
 * Orders a site as people do: through the scaffolder.
 *
 * @param word - part of the site's name
 * @returns id of the task, which is over
 */
export async function orderByTemplate(
  session: Session,
  customer: string,
  word: string,
): Promise<string> {
  const placement = await firstPlacement(session);
  await until('the template to be in the catalog', async () => {
    const { status } = await session.call({
      path: '/api/catalog/entities/by-name/template/default/website',
    });
    return status === 200 || undefined;
  });
  const { id } = await session.json({
    method: 'POST',
    path: '/api/scaffolder/v2/tasks',
    body: {
      templateRef: 'template:default/website',
      values: {
        customer,
        name: `blog-${word}`,
        title: `Blog ${word}`,
        placement,
        content: { kind: 'starter' },
      },
    },
  });
  await until(`scaffolder task ${id} to end`, async () => {
    const { status } = await session.json({
      path: `/api/scaffolder/v2/tasks/${id}`,
    });
    if (['failed', 'cancelled'].includes(status)) {
      const events = await session.call({
        path: `/api/scaffolder/v2/tasks/${id}/events`,
      });
      throw new Error(`The order by template ${status}: ${events.body}`);
    }
    return status === 'completed' ? status : undefined;
  });
  return id;
}

/** What else a customer leaves behind: a reason, a setting. */
async function leaveTraces(
  session: Session,
  names: Names,
  canary: string,
): Promise<void> {
  await session.json({
    method: 'POST',
    path: `/api/sites/customers/${names.customer}/sites/${names.site}/suspend`,
    body: { reason: `Because of ${canary}` },
  });
  await session.json({
    method: 'PUT',
    path: `/api/user-settings/buckets/proof/keys/note`,
    body: { value: canary },
  });
}

/** More than its sites cost, so that it stands in no order's way. */
async function limitCost(
  operator: Session,
  customer: string,
  canary: string,
): Promise<void> {
  await operator.json({
    method: 'PUT',
    path: `/api/sites/customers/${customer}/monthly-limit`,
    body: { amount: '1000000.00', reason: `Because of ${canary}` },
  });
}

async function catalogUid(operator: Session, names: Names): Promise<string> {
  const ref = `${names.customer}/${names.siteName}`;
  return until(`component:${ref} in the catalog`, async () => {
    const answer = await operator.call({
      path: `/api/catalog/entities/by-name/component/${ref}`,
    });
    return answer.status === 200
      ? JSON.parse(answer.body).metadata.uid
      : undefined;
  });
}

async function catalogCursor(
  session: Session,
  namespace: string,
): Promise<string> {
  const { pageInfo } = await session.json({
    path: `/api/catalog/entities/by-query?limit=1&filter=metadata.namespace=${namespace}`,
  });
  return Buffer.from(pageInfo.nextCursor, 'base64').toString('utf8');
}

async function searchShows(operator: Session, canary: string): Promise<void> {
  await until(`search to find ${canary}`, async () => {
    const { results } = await operator.json({
      path: `/api/search/query?term=${canary}`,
    });
    return results.length > 0 ? true : undefined;
  });
}

/** Every role of the onlooker's, and people who are no longer welcome. */
async function gatherOnlookers(
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
