import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { readOperations } from '../http/openapi.ts';
import { Session } from '../http/Session.ts';
import type { MountedRoute } from '../portal/expressRoutes.ts';
import { repository } from '../portal/Portal.ts';
import {
  type SeededPortal,
  startSeededPortal,
} from '../portal/startSeededPortal.ts';
import { growObserved } from '../seed/seedWorld.ts';
import { until } from '../seed/until.ts';
import type { World } from '../seed/World.ts';
import { accountProbes } from './accountProbes.ts';
import { findTellingTimes } from './answerTimes.ts';
import { backstageProbes } from './backstageProbes.ts';
import {
  countByPerson,
  describe,
  findChanged,
  findFaults,
  findInsides,
  findLeaks,
  findTellingAnswers,
  sendProbes,
} from './judge.ts';
import { listProbes } from './listProbes.ts';
import { notificationProbes } from './notificationProbes.ts';
import { ownQueryProbes, routeProbes } from './ownProbes.ts';
import type { Probe } from './Probe.ts';
import {
  publicOperations,
  reviewedRoutes,
  reviewOf,
} from './reviewedRoutes.ts';
import { listen } from './signals.ts';
import {
  fingerprint,
  probeStore,
  withOpenPolicy,
  withoutRowSecurity,
  fingerprintAll,
} from './storeProbes.ts';
import { timedPairs } from './timedPairs.ts';

const operations = readOperations(repository);
const operationOf = new Map(
  operations.map(each => [`${each.method} ${each.path}`, each]),
);

type SeededCustomer = SeededPortal['cast']['observed'];

let seeded: SeededPortal;
let world: World;
let routes: MountedRoute[];

before(async () => {
  seeded = await startSeededPortal();
  world = seeded.world;
  routes = await seeded.portal.routes();
});

after(async () => {
  await seeded?.remove();
});

test('every mounted route is in an OpenAPI document or in the reviewed list', () => {
  assert.deepEqual(findUnreviewed(routes), []);
});

test('no document and no review names a route that is not mounted', () => {
  const mounted = new Set(routes.map(keyOf));
  const gone = [...operationOf.keys(), ...reviewedRoutes()].filter(
    key => !mounted.has(key) && !reviewOf(key)?.builtOnly,
  );
  assert.deepEqual(gone, []);
});

test('the observed customer sees its own things, so there is something to leak', async () => {
  const swapped = { ...world, own: world.foreign };
  const probes = routes
    .filter(({ method }) => method === 'GET')
    .flatMap(route =>
      routeProbes(route, swapped, operationOf.get(keyOf(route))),
    )
    .filter(({ group }) => !group);
  const outcomes = await sendProbes(probes, [world.observed]);
  const showing = outcomes.filter(({ answer }) =>
    answer.body.includes(world.canary),
  );
  const shown = new Set(showing.map(({ probe }) => probe.route));
  const silent = mustShow.filter(route => !shown.has(route));
  assert.deepEqual(silent, []);
});

/** Where the canary must be seen by its owner, else probes there prove nothing. */
const mustShow = [
  'GET /api/tenancy/me',
  'GET /api/tenancy/customers/:customer',
  'GET /api/tenancy/customers/:customer/members',
  'GET /api/tenancy/audit-events',
  'GET /api/tenancy/customers/:customer/audit-events/:event',
  'GET /api/notifications/',
  'GET /api/sites/sites',
  'GET /api/sites/deployments',
  'GET /api/sites/customers/:customer/sites/:site',
  'GET /api/sites/customers/:customer/deployments/:deployment',
  'GET /api/sites/customers/:customer/deployments/:deployment/log',
  'GET /api/sites/customers/:customer/sites/:site/drift-checks',
  'GET /api/sites/customers/:customer/cloud-credentials',
  'GET /api/sites/customers/:customer/monthly-limit',
  'GET /api/sites/customers/:customer/deployments/:deployment/log/download',
  'GET /api/catalog/entities',
  'GET /api/catalog/entities/by-query',
  'GET /api/catalog/entities/by-uid/:uid',
  'GET /api/catalog/entities/by-name/:kind/:namespace/:name',
  'GET /api/scaffolder/v2/tasks',
  'GET /api/scaffolder/v2/tasks/:taskId',
  'GET /api/costs/charges',
  'GET /api/costs/charges/:period/:source/:row/:part',
  'GET /api/costs/changes',
  'GET /api/costs/report',
  'GET /api/costs/resources',
  'GET /api/costs/views',
  'GET /api/costs/tag-fixes',
  'GET /api/costs/tag-fixes/export',
  'GET /api/costs/tag-keys',
  'GET /api/search/query',
  'GET /api/user-settings/buckets/:bucket/keys/:key',
];

test('notifications and the record of the observed customer hold the canary, each where it has texts', async () => {
  const { canary, observed } = world;
  const isMarked = (value: unknown) =>
    JSON.stringify(value ?? '').includes(canary);
  const { notifications } = await observed.json({ path: '/api/notifications' });
  const { items } = await observed.json({ path: '/api/tenancy/audit-events' });
  const marked = {
    title: notifications.some((each: any) => isMarked(each.payload.title)),
    description: notifications.some((each: any) =>
      isMarked(each.payload.description),
    ),
    before: items.some((each: any) => isMarked(each.before)),
    after: items.some((each: any) => isMarked(each.after)),
  };
  assert.deepEqual(marked, {
    title: true,
    description: true,
    before: true,
    after: true,
  });
});

test('what the observed customer does changes no list, count, order or page of others', async t => {
  const probes = listProbes(world);
  const earlier = await sendProbes(probes, world.onlookers);
  assert.deepEqual(findFaults(earlier), []);
  await growObserved(world);
  const later = await sendProbes(probes, world.onlookers);
  t.diagnostic(`${probes.length} lists, before and after`);
  assert.deepEqual(findChanged(earlier, later), []);
});

test('a foreign name takes no longer than an unknown one', async () => {
  assert.deepEqual(
    await findTellingTimes(world.onlooker, timedPairs(world)),
    [],
  );
});

test('no route shows another customer, and foreign reads as unknown', async t => {
  const untouched = await fingerprint(seeded.database, world.foreign.customer);
  const outcomes = await sendProbes(
    allProbes().filter(keepsViewing),
    world.onlookers,
  );
  countByPerson(outcomes).forEach(line => t.diagnostic(line));
  const left = await fingerprint(seeded.database, world.foreign.customer);

  await t.test('nothing of the observed customer comes back', () => {
    assert.deepEqual(findLeaks(outcomes, world), []);
  });
  await t.test('a foreign name is answered as an unknown one', () => {
    assert.deepEqual(findTellingAnswers(outcomes), []);
  });
  await t.test('no probe breaks the portal', () => {
    assert.deepEqual(findFaults(outcomes), []);
  });
  await t.test('no answer shows the inside of the portal', () => {
    assert.deepEqual(findInsides(outcomes), []);
  });
  await t.test('the observed customer is as it was', () => {
    assert.deepEqual(left, untouched);
  });
});

test('removed members, ended sessions and strangers are answered 401', async t => {
  const probes = allProbes().filter(({ route }) => !isPublic(route));
  const outcomes = await sendProbes(probes, world.gone);
  countByPerson(outcomes).forEach(line => t.diagnostic(line));
  assert.deepEqual(findLeaks(outcomes, world), []);
  const answered = outcomes.filter(({ answer }) => answer.status !== 401);
  assert.deepEqual(answered.map(describe), []);
});

test('what the portal pushes to one reaches nobody else', async () => {
  const { cast } = seeded;
  const listeners = await Promise.all(
    [world.observed, ...world.onlookers, ...world.gone].map(who =>
      listen(who, 'notifications'),
    ),
  );
  const [own, ...others] = listeners;
  // A sign-in from a browser that the portal doesn't know is told at once.
  await signInAs(cast.observed, memberOf(cast.observed, '-owner'));
  await until('the observed to hear of it', async () =>
    own.heard.length > 0 ? true : undefined,
  );
  listeners.forEach(each => each.close());
  assert.deepEqual(
    others.flatMap(({ who, heard }) => heard.map(text => [who.name, text])),
    [],
  );
  const refused = others.filter(({ isOpen }) => !isOpen);
  assert.deepEqual(
    refused.map(({ who }) => who.name),
    world.gone.map(({ name }) => name),
  );
});

test('what the portal pushes ends within seconds of a sign-out, a removal and a suspension', async t => {
  const { cast } = seeded;
  const { operator, observed } = world;
  const { slug } = cast.suspended;
  const change = (state: string) =>
    operator.json({
      method: 'POST',
      path: `/api/tenancy/customers/${slug}/${state}`,
      body:
        state === 'suspend' ? { reason: 'Unpaid', sites: 'keep' } : undefined,
    });
  await change('resume');
  const leaver = memberOf(cast.observed, '-leaver');
  const leaving = await signInAs(cast.observed, leaver);
  const owner = memberOf(cast.observed, '-owner');
  const signedOut = await signInAs(cast.observed, owner);
  const suspended = await signInAs(
    cast.suspended,
    memberOf(cast.suspended, '-owner'),
  );
  const listeners = await Promise.all(
    [observed, signedOut, leaving, suspended].map(who =>
      listen(who, 'notifications'),
    ),
  );
  assert.ok(listeners.every(({ isOpen }) => isOpen));

  const begin = Date.now();
  await signedOut.signOut();
  await operator.json({
    method: 'DELETE',
    path: `/api/tenancy/customers/${cast.observed.slug}/members/${leaver.name}`,
  });
  await change('suspend');
  const [staying, ...ended] = listeners;
  await until(
    'the portal to end what it pushes',
    async () => ended.every(({ isClosed }) => isClosed) || undefined,
    ENDED_WITHIN_MS,
  );
  t.diagnostic(`ended within ${Date.now() - begin} ms`);

  const heardSoFar = staying.heard.length;
  const heardBefore = ended.map(({ heard }) => heard.length);
  await signInAs(cast.observed, owner);
  await until('who stayed to hear of it', async () =>
    staying.heard.length > heardSoFar ? true : undefined,
  );
  assert.equal(staying.isClosed, false);
  staying.close();
  assert.deepEqual(
    ended.map(({ heard }) => heard.length),
    heardBefore,
  );
});

/** A few seconds, and what a busy machine adds. */
const ENDED_WITHIN_MS = 8_000;

function memberOf({ members }: SeededCustomer, ending: string) {
  return members.find(({ name }) => name.endsWith(ending))!;
}

function signInAs(
  { slug }: SeededCustomer,
  { email }: { email: string },
): Promise<Session> {
  const { cast, portal } = seeded;
  return Session.signIn(portal.url, email, {
    email,
    password: cast.password,
    tenant: slug,
  });
}

test('what is public shows nothing of anybody', async () => {
  const probes = allProbes().filter(({ route }) => isPublic(route));
  const outcomes = await sendProbes(probes, world.gone);
  assert.deepEqual(findLeaks(outcomes, world), []);
  assert.deepEqual(findInsides(outcomes), []);
});

test('staff who may only look change nothing, and see no tasks or settings of others', async t => {
  const { operator, finance, staff } = world;
  const support = staff.filter(one => one !== operator && one !== finance);
  const untouched = await fingerprintAll(seeded.database);
  const outcomes = [
    ...(await sendProbes(
      allProbes().filter(probe => isNoViewing(probe) && !isOwnView(probe)),
      support,
    )),
    ...(await sendProbes(
      allProbes().filter(probe => isNoViewing(probe) && isNoPricing(probe)),
      [finance],
    )),
    // An operator would be allowed to change what there is to see.
    ...(await sendProbes(allProbes().filter(isReading), [operator])),
  ];
  countByPerson(outcomes).forEach(line => t.diagnostic(line));
  assert.deepEqual(await fingerprintAll(seeded.database), untouched);
  assert.deepEqual(findFaults(outcomes), []);
  assert.deepEqual(findInsides(outcomes), []);
  const personal = outcomes.filter(({ probe }) =>
    /\/api\/(scaffolder\/v2\/tasks|user-settings)/.test(probe.route),
  );
  assert.ok(personal.length > 0);
  assert.deepEqual(findLeaks(personal, world), []);
});

test('row security holds by itself, and the probe sees it missing', async t => {
  const tenant = world.own.customer;
  assert.deepEqual(await probeStore(seeded.database, tenant), []);

  await t.test('off, every table of the observed customer shows', async () => {
    const open = await probeStore(seeded.database, tenant, withoutRowSecurity);
    assert.ok(
      open.some(line => line.startsWith('tenancy.members')),
      `${open}`,
    );
    assert.ok(
      open.some(line => line.startsWith('sites.sites')),
      `${open}`,
    );
  });
  await t.test('so does a policy too many', async () => {
    const open = await probeStore(seeded.database, tenant, withOpenPolicy);
    assert.ok(
      open.some(line => line.startsWith('sites.sites')),
      `${open}`,
    );
  });
});

test('a plugin without guards is caught', async t => {
  await seeded.portal.stop();
  await seeded.portal.launch([
    path.join(import.meta.dirname, 'addCarelessPlugin.ts'),
  ]);
  // Routes of an application are known once a request has been there.
  await world.onlooker.call({ path: '/api/scaffolder/v2/tasks' });
  const mounted = await seeded.portal.routes();
  const careless = 'GET /api/careless/sites';

  await t.test('by having a route that nobody reviewed', () => {
    assert.deepEqual(findUnreviewed(mounted), [careless]);
  });
  const probes = mounted
    .filter(route => keyOf(route) === careless)
    .flatMap(route => routeProbes(route, world));
  await t.test('by what that route shows to members', async () => {
    const outcomes = await sendProbes(probes, world.onlookers);
    assert.equal(
      findLeaks(outcomes, world).length,
      world.onlookers.length * probes.length,
    );
  });
  await t.test('by answering people who are not signed in', async () => {
    const outcomes = await sendProbes(probes, world.gone);
    assert.ok(outcomes.every(({ answer }) => answer.status !== 401));
  });
  await t.test('by its table without row security', async () => {
    const open = await probeStore(seeded.database, world.own.customer);
    assert.deepEqual(open, [
      'careless.notes shows 2 rows of others to the owner',
    ]);
  });
});

test('with a policy that allows everything the probes do see the leak', async t => {
  await seeded.portal.stop();
  await seeded.portal.launch([
    path.join(import.meta.dirname, 'allowEverything.ts'),
  ]);
  // Others would be allowed to change and delete what there is to see.
  const probes = allProbes().filter(({ route }) => mustLeak.includes(route));
  const outcomes = await sendProbes(probes, [world.onlooker]);
  const leaks = findLeaks(outcomes, world);
  t.diagnostic(`${leaks.length} leaks are seen, as they must be`);
  for (const route of mustLeak) {
    assert.ok(
      leaks.some(line => line.startsWith(`${route} `)),
      `the suite is blind on ${route}`,
    );
  }
});

/**
 * Routes on which the suite has to go red once the first wall is gone. Search
 * stays green: it is narrowed to the member's customer whatever the policy says.
 */
const mustLeak = [
  'GET /api/catalog/entities',
  'GET /api/catalog/entities/by-query',
  'GET /api/catalog/entities/by-uid/:uid',
  'GET /api/catalog/entity-facets',
  'POST /api/catalog/entities/by-refs',
  'GET /api/scaffolder/v2/tasks',
  'GET /api/sites/sites',
  'GET /api/sites/dead-letters',
  'GET /api/sites/customers/:customer/sites/:site',
  'GET /api/sites/customers/:customer/sites/:site/drift-checks',
  'GET /api/sites/customers/:customer/cloud-credentials',
  'GET /api/tenancy/customers/:customer/members',
  'GET /api/costs/charges',
  'GET /api/costs/charges/:period/:source/:row/:part',
  'GET /api/costs/imports/:import/rejected-rows',
  'GET /api/costs/query',
  'GET /api/costs/comparison',
  'GET /api/costs/changes',
  'GET /api/costs/resources',
  'GET /api/costs/report',
  'GET /api/costs/tag-fixes',
  'GET /api/costs/tag-keys',
];

function findUnreviewed(mounted: MountedRoute[]): string[] {
  return mounted
    .map(keyOf)
    .filter(key => !operationOf.has(key) && !reviewOf(key));
}

/** What everybody may keep for themselves, whatever else they may. */
function isOwnView(probe: Probe): boolean {
  return !isReading(probe) && probe.route.endsWith('/api/costs/views');
}

/** What finance may do, which others of the staff may not. */
function isNoPricing(probe: Probe): boolean {
  return (
    isReading(probe) ||
    !/\/(price-books|monthly-limit|api\/costs)/.test(probe.route)
  );
}

function isReading({ call }: Probe): boolean {
  return (call.method ?? 'GET') === 'GET';
}

/** Answers people who aren't signed in, on purpose. */
function isPublic(route: string): boolean {
  return (
    publicOperations.has(operationOf.get(route)?.operationId ?? '') ||
    reviewOf(route)?.public === true
  );
}

/** Support may look as a customer, which is on the record. */
function isNoViewing({ route }: Probe): boolean {
  return !/\/viewings?(\/|$)/.test(route);
}

/** Else who views as a customer would be one of the staff again, who see all. */
function keepsViewing({ route }: Probe): boolean {
  return route !== 'POST /api/tenancy/viewing/stop';
}

function allProbes() {
  return [
    ...routes.flatMap(route =>
      routeProbes(route, world, operationOf.get(keyOf(route))),
    ),
    ...ownQueryProbes(world),
    ...accountProbes(world),
    ...notificationProbes(world),
    ...backstageProbes(world),
  ];
}

function keyOf({ method, path: pattern }: MountedRoute): string {
  return `${method} ${pattern}`;
}
