import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject, JsonValue } from '@backstage/types';
import { refuseUnsafeProduction } from './refuseUnsafeProduction';

describe('refuseUnsafeProduction', () => {
  const key = 'q9BzM1c0p7Vd2xKfWn5LhA8sTyRu3eGj';
  const safe = {
    app: { baseUrl: 'https://portal.example' },
    backend: {
      baseUrl: 'https://portal.example',
      database: {
        connection: { host: 'db.example', password: key, ssl: { ca: 'pem' } },
      },
    },
    permission: { enabled: true },
    auth: {
      providers: { local: {} },
      local: {
        secondFactor: { requiredFor: ['operator', 'finance', 'support'] },
      },
    },
    tenancy: { encryption: { keys: [{ id: 'a', key }] } },
  };

  const start = (data: JsonObject, environment = { NODE_ENV: 'production' }) =>
    refuseUnsafeProduction(mockServices.rootConfig({ data }), environment);

  it('lets safe settings pass', () => {
    expect(() => start(safe)).not.toThrow();
  });

  const database = (connection: JsonValue) => ({
    backend: { ...safe.backend, database: { connection } },
  });

  it.each<[string, object]>([
    ['tenancy.demo.file', { tenancy: { demo: { file: 'demo.yaml' } } }],
    [
      'auth.local.demo.file',
      { auth: { local: { demo: { file: 'demo.yaml' } } } },
    ],
    ['costs.demo.file', { costs: { demo: { file: 'demo.yaml' } } }],
    [
      'auth.local.secondFactor.requiredFor',
      { auth: { local: { secondFactor: { requiredFor: ['operator'] } } } },
    ],
    ['backend.trustProxy', { backend: { ...safe.backend, trustProxy: true } }],
    ['app.baseUrl', { app: { baseUrl: 'http://portal.example' } }],
    [
      'backend.database.connection.ssl',
      database({ host: 'db.example', password: key }),
    ],
    [
      'backend.database.connection',
      database(`postgres://portal:${key}@db.example/portal`),
    ],
    [
      'backend.database.connection.password',
      database({ host: 'localhost', password: 'postgres' }),
    ],
    [
      'tenancy.encryption.keys[0].key',
      {
        tenancy: {
          encryption: { keys: [{ id: 'a', key: 'aaaaaaaaaaaaaaaaaaaa' }] },
        },
      },
    ],
  ])('refuses production with an unsafe %s, by name', (name, change) => {
    const settings = { ...safe, ...change } as JsonObject;
    expect(() => start(settings)).toThrow(`${name}: `);
    expect(() =>
      start({ ...settings, freehold: { environment: 'local' } }),
    ).not.toThrow();
  });

  it.each<[string, object]>([
    ['auth.providers.guest', { auth: { providers: { guest: {} } } }],
    ['permission.enabled', { permission: { enabled: false } }],
    [
      'backend.auth.dangerouslyDisableDefaultAuthPolicy',
      {
        backend: {
          ...safe.backend,
          auth: { dangerouslyDisableDefaultAuthPolicy: true },
        },
      },
    ],
    [
      'backend.auth.externalAccess[0].accessRestrictions',
      {
        backend: {
          ...safe.backend,
          auth: { externalAccess: [{ type: 'static' }] },
        },
      },
    ],
  ])('refuses an unsafe %s locally too', (name, change) => {
    const settings = { ...safe, ...change, freehold: { environment: 'local' } };
    expect(() => start(settings)).toThrow(`${name}: `);
  });

  it('refuses production in development mode', () => {
    expect(() => start(safe, { NODE_ENV: 'development' })).toThrow('NODE_ENV:');
  });

  it('names all that is unsafe, and no secret', () => {
    const settings = { ...safe, ...database({ password: 'postgres-canary' }) };
    expect(() => start({ ...settings, permission: {} })).toThrow(
      /permission\.enabled: .*connection\.password: /,
    );
    expect(() => start(settings)).not.toThrow('canary');
  });
});
