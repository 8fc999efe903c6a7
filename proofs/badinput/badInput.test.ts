import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { type Operation, readOperations } from '../http/openapi.ts';
import { request } from '../http/request.ts';
import type { Session } from '../http/Session.ts';
import { repository } from '../portal/Portal.ts';
import {
  type SeededPortal,
  startSeededPortal,
} from '../portal/startSeededPortal.ts';
import { fingerprintAll } from '../leak/storeProbes.ts';
import { tarGz } from '../seed/archive.ts';
import { badAddresses } from './badAddresses.ts';
import { badArchives } from './badArchives.ts';
import { badBodies } from './badBodies.ts';
import type { BadCall } from './BadCall.ts';
import { goodCall } from './goodCalls.ts';
import { faultOf } from './judgeRefusals.ts';
import { undocumentedCalls } from './undocumentedCalls.ts';

const operations = readOperations(repository);
let seeded: SeededPortal;

before(async () => {
  seeded = await startSeededPortal();
});

after(async () => {
  await seeded?.remove();
});

test('every operation refuses bad requests clearly and changes nothing', async t => {
  const calls = operations.flatMap(callsOf).filter(isRefused);
  await expectRefusals(calls, seeded.world.operator);
  t.diagnostic(`${calls.length} requests to ${operations.length} operations`);
});

test('uploads that are no safe archive are refused and nothing is kept', async t => {
  const calls = Object.entries(badArchives()).flatMap(uploadsOf);
  await expectRefusals(calls, seeded.world.onlooker);
  t.diagnostic(`${calls.length} uploads`);
});

test('routes outside the documents refuse bad requests as clearly', async t => {
  const calls = undocumentedCalls(seeded.world);
  await expectRefusals(calls, seeded.world.onlooker);
  t.diagnostic(`${calls.length} requests`);
});

test('odd but possible requests never break the portal', async t => {
  const calls = operations
    .flatMap(callsOf)
    .filter(call => !isRefused(call) && !endsTheWorld(call));
  const faults = await sendAll(calls, seeded.world.operator);
  assert.deepEqual(faults, []);
  t.diagnostic(`${calls.length} requests`);
});

test('the requests that were spoilt are good ones before that', async () => {
  const people = operations
    .filter(({ plugin }) => plugin !== 'auth-local')
    .sort((left, right) => destructive(left) - destructive(right));
  await forgiveGuesses();
  const refused: string[] = [];
  for (const operation of people) {
    const good = goodCall(operation, seeded.world);
    const { status, body } = await callerOf(operation).call({
      ...good,
      body: operation.binary
        ? uploadFor(operation)
        : withoutMeasures(good.body),
      headers: {
        ...good.headers,
        ...(operation.binary && { 'content-type': 'application/gzip' }),
      },
    });
    // 409: understood, allowed, and too late for what has become of things.
    if (status >= 300 && status !== 409) {
      refused.push(`${operation.operationId} → ${status} ${body}`);
    }
  }
  assert.deepEqual(refused, []);
});

/** What is read at once must be what is asked for. */
function uploadFor({ operationId }: Operation): Buffer {
  return operationId === 'importInvoiceTotals'
    ? gzipSync(
        'InvoiceId,BillingCurrency,BilledCost,BillingPeriodStart\nINV-1,EUR,1.50,2026-01-01\n',
      )
    : tarGz([page]);
}

/** Measures are for the size custom, which the local cloud has not. */
function withoutMeasures(body: Record<string, unknown> | undefined) {
  return (
    body &&
    Object.fromEntries(
      Object.entries(body).filter(([name]) => name !== 'customSize'),
    )
  );
}

/** Whoever may do most; what others keep to themselves is done by one of them. */
function callerOf({ operationId }: Operation): Session {
  const { finance, onlooker, operator } = seeded.world;
  if (OF_THE_OWNER.includes(operationId)) return onlooker;
  return /(PriceBook|Markup)$/.test(operationId) ? finance : operator;
}

/** So many wrong passwords and tokens would keep the right ones out, too. */
async function forgiveGuesses(): Promise<void> {
  for (const table of [
    'auth.local_sign_in_attempts',
    'tenancy.token_guesses',
  ]) {
    await seeded.database.acrossTenants(`delete from ${table}`);
  }
}

const page = { name: 'index.html', content: '<h1>Good</h1>' };

/** In this order: the owner is signed out by the suspension among the others. */
const OF_THE_OWNER = [
  'handOverOwnership',
  'updateView',
  'setDefaultView',
  'deleteView',
];

/** Negative first; those last after which others would find nothing to be about. */
function destructive({ operationId, method }: Operation): number {
  if (operationId.endsWith('ViewingAs')) return 2;
  const place = OF_THE_OWNER.indexOf(operationId);
  if (place >= 0) return place - OF_THE_OWNER.length;
  return method === 'DELETE' ||
    ['changeEmail', 'deactivateCustomer'].includes(operationId)
    ? 1
    : 0;
}

function callsOf(operation: Operation): BadCall[] {
  const good = goodCall(operation, seeded.world);
  return [
    ...badAddresses(operation, good),
    ...(operation.body
      ? badBodies(operation.operationId, good, operation.body)
      : []),
  ];
}

function isRefused({ must }: BadCall): boolean {
  return must === 'refuse';
}

/** The requests after these would find nothing to be about. */
function endsTheWorld({ title }: BadCall): boolean {
  return /^(acceptInvitation|cancelEmailChange|changeEmail|confirmEmailChange|deactivateCustomer|deleteSite|discardDeadLetter|refuseEmailChange|removeMember|requeueDeadLetter|resetSecondFactors|revokeInvitation|startViewingAs|suspendCustomer)/.test(
    title,
  );
}

function uploadsOf([what, body]: [string, Buffer]): BadCall[] {
  const path = `/api/sites/customers/${seeded.world.own.customer}/contents`;
  return ['application/zip', 'application/gzip'].map(type => ({
    title: `uploadContent: ${what} sent as ${type}`,
    must: 'refuse',
    call: {
      method: 'POST',
      path,
      headers: { 'content-type': type, 'content-length': `${body.length}` },
      body,
    },
  }));
}

async function expectRefusals(calls: BadCall[], who: Session): Promise<void> {
  const untouched = await fingerprintAll(seeded.database);
  const faults = await sendAll(calls, who);
  assert.deepEqual(faults, []);
  assert.deepEqual(await fingerprintAll(seeded.database), untouched);
}

/** Faults of the answers; a portal that went away is one as well. */
async function sendAll(calls: BadCall[], who: Session): Promise<string[]> {
  const waiting = [...calls];
  const faults: string[] = [];
  const worker = async () => {
    for (let bad = waiting.shift(); bad; bad = waiting.shift()) {
      try {
        const answer = await who.call({ patienceMs: 3000, ...bad.call });
        faults.push(
          ...[faultOf(bad, answer)].filter(each => each !== undefined),
        );
      } catch (error) {
        faults.push(`${bad.title} → no answer: ${error}`);
      }
    }
  };
  await Promise.all(Array.from({ length: 6 }, worker));
  const alive = await request(seeded.portal.url, {
    path: '/.backstage/health/v1/readiness',
  });
  assert.equal(alive.status, 200);
  return faults.sort();
}
