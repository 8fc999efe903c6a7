import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Operation, readOperations, sample } from '../http/openapi.ts';
import { type Call, request } from '../http/request.ts';
import { publicOperations, reviewOf } from '../leak/reviewedRoutes.ts';
import { repository } from '../portal/Portal.ts';
import { type Scene, signedIn, victim } from './Scene.ts';

/** These want a token of the caller, which no browser sends by itself. */
const byToken = [
  'verifyPassword',
  'createPasswordLink',
  'unlockMember',
  'resetSecondFactors',
];

const changing = readOperations(repository).filter(
  ({ method }) => method !== 'GET',
);
const byCookie = changing.filter(
  ({ plugin, operationId }) =>
    plugin === 'auth-local' && !byToken.includes(operationId),
);

export function crossSiteAttacks(scene: () => Scene): void {
  test('a page of another site changes nothing with the cookies of somebody signed in', async () => {
    const desk = await signedIn(scene(), victim(scene(), 'suspended', 'admin'));
    const cookie = [...desk.cookies].map(pair => pair.join('=')).join('; ');
    const ways = forgeries(scene().portal.url);
    const taken: string[] = [];
    for (const operation of byCookie) {
      for (const [title, headers] of Object.entries(ways)) {
        const { status } = await request(scene().portal.url, {
          ...callOf(operation),
          headers: { cookie, ...headers },
        });
        if (status !== 403 && !(status === 400 && title.includes('form'))) {
          taken.push(`${operation.operationId} ${title} → ${status}`);
        }
      }
    }
    assert.deepEqual(taken, []);
    assert.equal(await desk.isSignedIn(), true);
  });

  test('cookies alone change nothing where the portal wants a token', async () => {
    const desk = await signedIn(scene(), victim(scene(), 'suspended', 'admin'));
    const others = changing.filter(
      each => !byCookie.includes(each) && !isPublic(each),
    );
    assert.ok(others.length > 30);
    const taken: string[] = [];
    for (const operation of others) {
      const { status } = await desk.call(callOf(operation));
      if (status !== 401) {
        taken.push(`${operation.operationId} → ${status}`);
      }
    }
    assert.deepEqual(taken, []);
  });

  test('no answer invites scripts of other origins', async () => {
    const { url } = scene().portal;
    for (const path of ['/', '/api/tenancy/me', '/api/auth/local/sessions']) {
      for (const method of ['OPTIONS', 'GET']) {
        const { headers } = await request(url, {
          method,
          path,
          headers: {
            origin: 'https://evil.example',
            'access-control-request-method': 'POST',
            'access-control-request-headers': 'x-freehold-request',
          },
        });
        assert.equal(headers['access-control-allow-origin'], undefined, path);
      }
    }
  });
}

/** What pages of others can make a browser send, and a little more. */
function forgeries(url: string): Record<string, Record<string, string>> {
  const { port } = new URL(url);
  const ours = { 'x-freehold-request': '1' };
  return {
    'without our header': { origin: url },
    'without an origin': ours,
    'of no origin': { ...ours, origin: 'null' },
    'of another site': { ...ours, origin: 'https://evil.example' },
    'of a site of a customer': {
      ...ours,
      origin: `http://shop.acme.localhost:${port}`,
    },
    'of another port': { ...ours, origin: 'http://localhost:1' },
    'of another scheme': { ...ours, origin: url.replace('http', 'https') },
    'of a name that begins as ours': { ...ours, origin: `${url}.evil.example` },
    'that the browser says is of another site': {
      ...ours,
      origin: url,
      'sec-fetch-site': 'cross-site',
    },
    'as a form': { 'content-type': 'application/x-www-form-urlencoded' },
    'as text of a form': { origin: url, 'content-type': 'text/plain' },
  };
}

function isPublic({ operationId, method, path }: Operation): boolean {
  return (
    publicOperations.has(operationId) ||
    reviewOf(`${method} ${path}`)?.public === true
  );
}

function callOf(operation: Operation): Call {
  const { method, path, body } = operation;
  return {
    method,
    path: path.replaceAll(/:\w+/g, 'unknown'),
    body: body && sample(body, { code: '123456' }),
  };
}
