import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { RequestBudget } from '@freehold/plugin-tenancy-node';
import express from 'express';
import PromiseRouter from 'express-promise-router';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { KnownRefusals } from './KnownRefusals';
import { limitRequests } from './limitRequests';
import { TenantTurns } from './TenantTurns';

const LIMIT = 3;

const servers: ReturnType<express.Express['listen']>[] = [];

/** A plugin behind the guard, on a limiter that counts in memory. */
function setUp(pluginId = 'sites') {
  const used = new Map<string, number>();
  const auth = mockServices.auth();
  const httpAuth = mockServices.httpAuth({
    defaultCredentials: mockCredentials.none(),
  });
  const authenticated = jest.spyOn(httpAuth, 'credentials');
  const known = KnownRefusals.create();
  const refusals = { record: jest.fn(async () => {}), leaveOut: jest.fn() };
  const countRequest = async (tenant: string, budget: RequestBudget) => {
    const key = `${tenant} ${budget}`;
    used.set(key, (used.get(key) ?? 0) + 1);
    const remaining = LIMIT - used.get(key)!;
    return {
      budget,
      limit: LIMIT,
      isAllowed: remaining >= 0,
      remaining: Math.max(remaining, 0),
      resetSeconds: 30,
    };
  };
  const turns = TenantTurns.create();
  const atWork = { now: 0, finish: () => {} };
  const finished = new Promise<void>(resolve => {
    atWork.finish = resolve;
  });
  const plugin = PromiseRouter();
  plugin.use(
    limitRequests({
      pluginId,
      auth,
      httpAuth,
      known,
      refusals,
      turns,
      limits: { countRequest },
    }),
  );
  plugin.get('/sites', async (req, res) => {
    atWork.now += 1;
    await (req.query.slow && finished);
    atWork.now -= 1;
    res.json([]);
  });
  plugin.get('/log', (_req, res) => {
    res.write('still going\n');
  });
  const app = express();
  app.use(known.handle);
  app.use(`/api/${pluginId}`, plugin);
  app.use(
    MiddlewareFactory.create({
      logger: mockServices.logger.mock(),
      config: mockServices.rootConfig(),
    }).error(),
  );
  const server = app.listen(0);
  servers.push(server);
  const ask = (
    who: string,
    headers: Record<string, string> = {},
    path = '/sites',
  ) =>
    request(server)
      .get(`/api/${pluginId}${path}`)
      .set('Authorization', mockCredentials.user.header(`user:${who}`))
      .set(headers);
  const useUp = async (who: string) => {
    for (let times = 0; times <= LIMIT; times++) await ask(who);
  };
  return { ask, atWork, authenticated, known, refusals, server, used, useUp };
}

afterEach(() => {
  jest.useRealTimers();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

describe('whose customer has no requests left', () => {
  it('is refused without being looked at again', async () => {
    const { ask, authenticated, refusals, useUp } = setUp();
    await useUp('acme/ada');
    const looks = authenticated.mock.calls.length;
    const { status, headers, body } = await ask('acme/ada');
    expect(status).toBe(429);
    expect(headers['retry-after']).toBe('30');
    expect(headers['ratelimit-policy']).toBe(`"requests";q=${LIMIT};w=60`);
    expect(headers.ratelimit).toBe('"requests";r=0;t=30');
    expect(body.error).toMatchObject({
      name: 'LimitReachedError',
      message: expect.stringMatching(/All 3 requests a minute.*30 s/),
    });
    expect(authenticated).toHaveBeenCalledTimes(looks);
    // Of both refusals the first is recorded, the other counted.
    expect(refusals.record).toHaveBeenCalledTimes(1);
    expect(refusals.leaveOut.mock.calls).toEqual([['acme']]);
  });

  it('keeps nobody else from asking', async () => {
    const { ask, useUp } = setUp();
    await useUp('acme/ada');
    expect((await ask('birch/bob')).status).toBe(200);
    const page = { 'sec-fetch-site': 'same-origin' };
    expect((await ask('acme/ada', page)).status).toBe(200);
    const nobody = await ask('acme/ada', { Authorization: '' });
    expect(nobody.status).toBe(200);
  });

  it('is looked at again after a few seconds', async () => {
    fakeOnly('Date');
    const { ask, used, useUp } = setUp();
    await useUp('acme/ada');
    used.clear();
    jest.advanceTimersByTime(4_900);
    const { status, headers } = await ask('acme/ada');
    expect(status).toBe(429);
    expect(headers['retry-after']).toBe('26');
    jest.advanceTimersByTime(200);
    expect((await ask('acme/ada')).status).toBe(200);
  });

  it('may sign in and out all the same', async () => {
    const { known, useUp } = setUp();
    await useUp('acme/ada');
    const next = jest.fn();
    const signOut = {
      path: '/API/Auth/local/sessions/current',
      headers: { authorization: mockCredentials.user.header('user:acme/ada') },
      get: () => undefined,
    };
    known.handle(signOut as any, {} as any, next);
    expect(next).toHaveBeenCalledWith();
  });
});

describe('requests of one customer sent at once', () => {
  const page = { 'sec-fetch-site': 'same-origin' };
  const slow = '/sites?slow=true';

  // Turns take as long as a test says, however slow the machine is.
  beforeEach(() => fakeOnly('setTimeout'));

  /** As many as are worked on at once, and two that wait for their turn. */
  const sendMany = async ({ ask, atWork, used }: ReturnType<typeof setUp>) => {
    const asking = [1, 2, 3].flatMap(() => [
      ask('acme/ada', {}, slow).then(statusOf),
      ask('acme/ada', page, slow).then(statusOf),
    ]);
    await until(() => used.get('acme requests') === 3);
    await until(() => used.get('acme pages') === 3);
    await until(() => atWork.now >= 4);
    return asking;
  };

  it('take turns, a few at a time', async () => {
    const plugin = setUp();
    const asking = await sendMany(plugin);
    expect(plugin.atWork.now).toBe(4);
    plugin.atWork.finish();
    expect(await Promise.all(asking)).toEqual(Array(6).fill(200));
  });

  it("don't keep another customer waiting", async () => {
    const plugin = setUp();
    const asking = await sendMany(plugin);
    expect((await plugin.ask('birch/bob')).status).toBe(200);
    plugin.atWork.finish();
    await Promise.all(asking);
  });

  it('wait a second at most for a stream', async () => {
    const { ask, used } = setUp();
    const streams = [page, page, {}, {}].map(headers =>
      ask('acme/ada', headers, '/log'),
    );
    streams.forEach(stream => stream.end(() => {}));
    await until(() => used.get('acme pages') === 2);
    await until(() => used.get('acme requests') === 2);
    const answer = ask('acme/ada').then(statusOf);
    await until(() => used.get('acme requests') === 3);
    jest.advanceTimersByTime(1_000);
    expect(await answer).toBe(200);
    streams.forEach(stream => stream.abort());
  });

  it("don't wait for who hung up", async () => {
    const { ask, atWork } = setUp();
    const asked = [page, page, {}, {}].map(headers =>
      ask('acme/ada', headers, slow),
    );
    asked.forEach(each => each.end(() => {}));
    await until(() => atWork.now === 4);
    asked[0].abort();
    expect((await ask('acme/ada')).status).toBe(200);
    atWork.finish();
  });
});

function statusOf({ status }: { status: number }): number {
  return status;
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) {
    await sleep(5);
  }
}

function fakeOnly(faked: 'Date' | 'setTimeout'): void {
  const all = ['Date', 'hrtime', 'nextTick', 'performance', 'queueMicrotask'];
  const timers = ['setImmediate', 'setInterval', 'setTimeout'];
  jest.useFakeTimers({
    doNotFake: [...all, ...timers].filter(name => name !== faked) as any,
  });
}
