import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  AuthenticationError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import express from 'express';
import request from 'supertest';
import { TenantDatabase } from '../database';
import type { AuditEntry } from '../outbox';
import { createApiRouter } from './createApiRouter';
import { Refusals } from './Refusals';
import { noteActor, requestContext } from './requestContext';

jest.setTimeout(60_000);

const spec = {
  openapi: '3.1.0',
  info: { title: 'things', version: '1' },
  paths: {
    '/customers/{customer}/things/{thing}': {
      get: {
        operationId: 'getThing',
        parameters: ['customer', 'thing'].map(name => ({
          name,
          in: 'path' as const,
          required: true,
          schema: { type: 'string' as const },
        })),
        responses: { '200': { description: 'The thing.' } },
      },
    },
    '/things': {
      get: {
        operationId: 'listThings',
        responses: { '200': { description: 'The things.' } },
      },
    },
  },
};

const errors: Record<string, Error> = {
  forbidden: new NotAllowedError('Your role does not include it'),
  foreign: new NotFoundError("There is no thing 'foreign'"),
  ended: new AuthenticationError('Your session has ended'),
  wrong: new InputError('It is wrong'),
};

describe('refusals', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  const setUp = async () => {
    const knex = await databases.init('POSTGRES_18');
    const recorded: AuditEntry[] = [];
    const logger = mockServices.logger.mock();
    const state = { isDown: false };
    const refusals = Refusals.create({
      database: await TenantDatabase.create({ getClient: async () => knex }),
      logger,
      outbox: {
        recordAudit: async (_trx, entry) => {
          if (state.isDown) {
            throw new Error('no room left');
          }
          recorded.push(entry);
        },
      },
    });
    const app = express();
    app.use(requestContext());
    app.use((req, _res, next) => {
      const actor = req.get('x-actor');
      if (actor) noteActor(actor);
      next();
    });
    app.use(
      createApiRouter<any>(
        spec,
        (api: any) => {
          api.get('/customers/:customer/things/:thing', async (req: any) => {
            throw errors[req.params.thing];
          });
          api.get('/things', async () => {
            throw errors.forbidden;
          });
        },
        { refusals },
      ),
    );
    app.use(
      MiddlewareFactory.create({
        logger,
        config: mockServices.rootConfig(),
      }).error(),
    );
    const get = (path: string, actor = 'user:acme/anna') =>
      request(app).get(path).set('x-actor', actor);
    return { get, recorded, logger, state };
  };

  it.each(['forbidden', 'foreign', 'ended'])(
    'are recorded in the trail of who was refused (%s)',
    async thing => {
      const { get, recorded } = await setUp();
      await get(`/customers/birch/things/${thing}`);
      expect(recorded).toEqual([
        {
          tenant: 'acme',
          action: 'getThing',
          object: { kind: 'thing', id: thing },
          outcome: 'refused',
          reason: errors[thing].message,
        },
      ]);
    },
  );

  it('name the operation where there is no thing', async () => {
    const { get, recorded } = await setUp();
    await get('/things');
    expect(recorded).toMatchObject([
      { object: { kind: 'operation', id: 'listThings' } },
    ]);
  });

  it('are neither what nobody asked, nor plugins, nor mistakes', async () => {
    const { get, recorded } = await setUp();
    await get('/things', '');
    await get('/things', 'plugin:catalog');
    await get('/customers/acme/things/wrong');
    await get('/undocumented');
    expect(recorded).toEqual([]);
  });

  it('are so many a minute for each tenant and no more', async () => {
    const { get, recorded } = await setUp();
    for (let times = 0; times < 70; times++) {
      expect((await get('/things')).status).toBe(403);
    }
    expect(recorded).toHaveLength(60);
    await get('/things', 'user:birch/bob');
    expect(recorded).toHaveLength(61);
    jest.useFakeTimers({
      now: Date.now() + 61_000,
      doNotFake: ['nextTick', 'setImmediate', 'setTimeout'],
    });
    await get('/things');
    jest.useRealTimers();
    expect(recorded.at(-1)).toMatchObject({ after: { refusalsLeftOut: 10 } });
  });

  it('are answered all the same when they cannot be recorded', async () => {
    const { get, logger, state } = await setUp();
    state.isDown = true;
    expect((await get('/things')).status).toBe(403);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('no room left'),
      { tenant: 'acme' },
    );
  });
});
