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
import { draftRules } from './draftRules.ts';
import { gatherOnlookers } from './gatherOnlookers.ts';
import { findDrift } from './findDrift.ts';
import { giveUp } from './giveUp.ts';
import { importCharges } from './importCharges.ts';
import { keepCredentials } from './keepCredentials.ts';
import { orderByTemplate } from './orderByTemplate.ts';
import { setMarkup } from './setMarkup.ts';
import { leaveRecords } from './records.ts';
import { ownerOf, signInTo } from './signIn.ts';
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
  await giveUp(database, own);
  await findDrift(database, foreign, cast.canary);
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
    rulesRevision: await draftRules(finance, cast.canary),
    markup: await setMarkup(finance, own.customer),
    charge: await importCharges(finance, [foreign, own]),
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
    view: await saveViews(session, word),
    invitation: await invite(session, slug, guestOf(slug)),
    mail: '',
    event: '',
    notification: '',
    uid: '',
    cursor: '',
  };
}

/** One that the whole customer sees, and one that is its owner's alone. */
async function saveViews(session: Session, word: string): Promise<string> {
  const save = (name: string, isShared: boolean) =>
    session.json({
      method: 'POST',
      path: '/api/costs/views',
      body: {
        name,
        isShared,
        parameters: { filter: [`service_name:${word}`] },
      },
    });
  await save(`Private ${word}`, false);
  const { viewId } = await save(`Costs of ${word}`, true);
  return viewId;
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
