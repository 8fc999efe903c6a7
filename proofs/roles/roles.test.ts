import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { grants } from '../../plugins/tenancy-node/src/roles/grants.ts';
import type { Answer } from '../http/request.ts';
import { Session } from '../http/Session.ts';
import {
  type SeededPortal,
  startSeededPortal,
} from '../portal/startSeededPortal.ts';
import { deploymentEnd, orderSite } from '../seed/orders.ts';
import { orderByTemplate } from '../seed/orderByTemplate.ts';
import { cells, type RolesWorld } from './cells.ts';

const memberRoles = ['owner', 'admin', 'developer', 'billing', 'viewer'];
const staffRoles = ['operator', 'finance', 'support'];
/** Who can send an order, and so have one that they may follow and cancel. */
const orderingRoles = ['owner', 'admin', 'developer', 'operator'];

let seeded: SeededPortal;
let world: RolesWorld;
let sessions: Map<string, Session>;

before(async () => {
  seeded = await startSeededPortal();
  const { own, onlooker } = seeded.world;
  sessions = new Map();
  for (const role of memberRoles) {
    sessions.set(role, await signIn(role, 'ash.example', own.customer));
  }
  for (const role of staffRoles) {
    sessions.set(role, await signIn(role, 'hosting.example', 'default'));
  }
  const orders: Record<string, string> = {};
  for (const role of orderingRoles) {
    const session = sessions.get(role)!;
    orders[role] = await orderByTemplate(session, own.customer, role);
  }
  const deletedSite = await deleteOneSite(onlooker);
  world = { ...seeded.world, deletedSite, orders };
});

after(async () => {
  await seeded?.remove();
});

test('every action of the table has a request, and no request is of none', () => {
  assert.deepEqual(
    Object.keys(cells).sort(),
    grants.map(({ action }) => action).sort(),
  );
});

for (const { action, members, staff } of grants) {
  test(`${action} is allowed to exactly the roles of its row`, async () => {
    const holders = [...members, ...staff];
    const expected: Record<string, boolean> = {};
    const seen: Record<string, boolean | string> = {};
    for (const [role, session] of sessions) {
      expected[role] = (holders as string[]).includes(role);
      seen[role] = await mayDo(action, session, role);
    }
    assert.deepEqual(seen, expected);
  });
}

test('staff who view as a customer may do what its viewers read, and nothing else', async () => {
  const session = sessions.get('operator')!;
  await session.json({
    method: 'POST',
    path: `/api/tenancy/customers/${world.own.customer}/viewings`,
    body: { reason: 'The proof of roles', minutes: 5 },
  });
  const expected: Record<string, boolean> = {};
  const seen: Record<string, boolean | string> = {};
  for (const { action, members, effect, memberReach } of grants) {
    expected[action] =
      effect === 'read' &&
      (members as string[]).includes('viewer') &&
      memberReach !== 'own tasks';
    seen[action] = await mayDo(action, session, 'operator');
  }
  // A list of tasks is answered, and empty: nothing of it is the customer's.
  delete expected['scaffolder.task.read'];
  delete seen['scaffolder.task.read'];
  assert.deepEqual(seen, expected);
  const tasks = await session.call({ path: '/api/scaffolder/v2/tasks' });
  assert.ok(!tasks.body.includes('"id"'), tasks.body);

  await session.json({ method: 'POST', path: '/api/tenancy/viewing/stop' });
  assert.equal(
    await mayDo('tenancy.customer.list', session, 'operator'),
    true,
    'stopping holds from the next request on',
  );
});

/** @returns the answer itself where it is neither a yes nor a no */
async function mayDo(
  action: string,
  session: Session,
  role: string,
): Promise<boolean | string> {
  const cell = cells[action];
  const answer = await session.call(cell.call(world, role));
  const verdict = readVerdict(answer, cell.isAllowed);
  if (verdict === true && cell.after) {
    await session.json(cell.after);
  }
  return verdict;
}

function readVerdict(
  answer: Answer,
  isAllowed?: (answer: Answer) => boolean,
): boolean | string {
  const { status, body } = answer;
  if (status === 403 || status === 404) {
    return false;
  }
  if (status === 401 || status >= 500) {
    return `${status} ${body.slice(0, 200)}`;
  }
  return isAllowed?.(answer) ?? true;
}

function signIn(role: string, domain: string, tenant: string) {
  return Session.signIn(seeded.portal.url, role, {
    email: `${role}@${domain}`,
    password: seeded.cast.password,
    tenant,
  });
}

async function deleteOneSite(session: Session): Promise<string> {
  const { customer } = seeded.world.own;
  const site = await orderSite(session, customer, {
    name: 'gone',
    title: 'Gone',
    content: { kind: 'starter' },
  });
  await deploymentEnd(session, customer, site.deploymentId);
  const { deployment } = await session.json({
    method: 'DELETE',
    path: `/api/sites/customers/${customer}/sites/${site.siteId}`,
  });
  await deploymentEnd(session, customer, deployment.deploymentId);
  return site.siteId;
}
