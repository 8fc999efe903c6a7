import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { Knex } from 'knex';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { findFreePort } from '../testUtils/findFreePort';
import { createPostgresCounters, createRedisCounters } from './createCounters';
import { RequestLimiter } from './RequestLimiter';

jest.setTimeout(60_000);

type CreateCounter = ReturnType<typeof createPostgresCounters>;

const limits: Record<string, number> = { acme: 10, birch: 3 };

/** A process of the portal. */
function replica(createCounter: CreateCounter): RequestLimiter {
  return RequestLimiter.create({
    createCounter,
    findLimits: async tenant => ({
      requestsPerMinute: limits[tenant],
      deploymentsPerHour: 1,
      sites: 1,
    }),
  });
}

const passed = async (counting: Promise<{ isAllowed: boolean }>[]) =>
  (await Promise.all(counting)).filter(({ isAllowed }) => isAllowed).length;

describe('RequestLimiter on PostgreSQL', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.init('POSTGRES_18');
    await knex.raw(
      `create unlogged table request_counts
         (key varchar(255) primary key, points integer not null, expire bigint)`,
    );
  });

  it('lets exactly the limit pass, however many replicas ask at once', async () => {
    const replicas = [1, 2, 3].map(() => replica(createPostgresCounters(knex)));
    const counting = Array.from({ length: 60 }, (_, index) =>
      replicas[index % 3].countRequest('acme', 'requests'),
    );
    expect(await passed(counting)).toBe(10);
  });

  it('tells what is left, and when all of it is back', async () => {
    const limiter = replica(createPostgresCounters(knex));
    await limiter.countRequest('birch', 'requests');
    await limiter.countRequest('birch', 'requests');
    expect(await limiter.requestsOf('birch', 'requests')).toEqual({
      budget: 'requests',
      isAllowed: true,
      limit: 3,
      remaining: 1,
      resetSeconds: 60,
    });
    await limiter.countRequest('birch', 'requests');
    expect(await limiter.countRequest('birch', 'requests')).toMatchObject({
      isAllowed: false,
      remaining: 0,
      resetSeconds: 60,
    });
  });

  it('counts each customer, and pages apart from programs', async () => {
    const limiter = replica(createPostgresCounters(knex));
    for (let round = 0; round < 5; round++) {
      await limiter.countRequest('birch', 'requests');
    }
    const pages = await limiter.countRequest('birch', 'pages');
    expect(pages).toMatchObject({ isAllowed: true, limit: 9, remaining: 8 });
    const other = await limiter.countRequest('acme', 'requests');
    expect(other).toMatchObject({ isAllowed: true, remaining: 9 });
  });

  it('asks the database nothing for whom it refuses', async () => {
    const limiter = replica(createPostgresCounters(knex));
    for (let round = 0; round < 3; round++) {
      await limiter.countRequest('birch', 'requests');
    }
    const statements: string[] = [];
    const acquire = knex.client.acquireConnection.bind(knex.client);
    knex.client.acquireConnection = () => {
      statements.push('one');
      return acquire();
    };
    const counting = Array.from({ length: 50 }, () =>
      limiter.countRequest('birch', 'requests'),
    );
    expect(await passed(counting)).toBe(0);
    expect(statements).toEqual([]);
  });

  it('goes on by itself when the counters are out of reach', async () => {
    const limiter = replica(createPostgresCounters(knex));
    await knex.raw('drop table request_counts');
    const counting = Array.from({ length: 8 }, () =>
      limiter.countRequest('birch', 'requests'),
    );
    expect(await passed(counting)).toBe(3);
  });
});

const hasRedis = spawnSync('redis-server', ['--version']).status === 0;
const describeWithRedis = hasRedis ? describe : describe.skip;

describeWithRedis('RequestLimiter on Redis', () => {
  let server: ChildProcess;
  let url: string;
  const closes: (() => void)[] = [];

  const connect = async () => {
    const { createCounter, close } = createRedisCounters(
      new ConfigReader({ url }),
      mockServices.logger.mock(),
    );
    closes.push(close);
    return createCounter;
  };

  beforeAll(async () => {
    const port = await findFreePort();
    url = `redis://127.0.0.1:${port}`;
    server = spawn('redis-server', [
      ...['--port', `${port}`, '--bind', '127.0.0.1'],
      ...['--save', '', '--appendonly', 'no'],
    ]);
    await new Promise<void>(resolve => {
      server.stdout!.on('data', line => {
        if (`${line}`.includes('Ready to accept')) resolve();
      });
    });
  });

  afterAll(async () => {
    closes.forEach(close => close());
    const ended = new Promise(resolve => server.once('exit', resolve));
    server.kill();
    await ended;
  });

  it('lets exactly the limit pass, however many replicas ask at once', async () => {
    const replicas = [replica(await connect()), replica(await connect())];
    await settled();
    const counting = Array.from({ length: 60 }, (_, index) =>
      replicas[index % 2].countRequest('acme', 'requests'),
    );
    expect(await passed(counting)).toBe(10);
  });

  it('goes on by itself when Redis is gone', async () => {
    const limiter = replica(await connect());
    await settled();
    closes.pop()!();
    const counting = Array.from({ length: 8 }, () =>
      limiter.countRequest('birch', 'requests'),
    );
    expect(await passed(counting)).toBe(3);
  });
});

/** Until a new client has connected. */
function settled(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 300));
}
