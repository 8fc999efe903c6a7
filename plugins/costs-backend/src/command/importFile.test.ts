import {
  createMockDirectory,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import fs from 'node:fs/promises';
import path from 'node:path';
import { focusCsv, usage } from '../__testUtils__/focusCsv';
import { startCostsBackend } from '../__testUtils__/startCostsBackend';
import type { Import } from '../domain/Import';
import { importFile, type ImportFileOptions } from './importFile';

jest.setTimeout(120_000);

describe('importFile', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const folder = createMockDirectory();
  let onTestEnd = () => {};
  afterEach(() => onTestEnd());

  /** The command on the database and the files of a portal that may run. */
  const commandOn = async (knex: Knex) => {
    // One by one, for knex hides the password from spreading.
    const { host, port, user, password, database } =
      knex.client.config.connection;
    const config = mockServices.rootConfig({
      data: {
        backend: {
          baseUrl: 'http://localhost:7007',
          database: {
            client: 'pg',
            connection: { host, port, user, password },
            plugin: { costs: { connection: { database } } },
          },
        },
        costs: { dataDirectory: folder.path },
        tenancy: {
          encryption: {
            keys: [{ id: 'test', key: Buffer.alloc(32).toString('base64') }],
          },
        },
      },
    });
    const file = path.join(folder.path, 'bill.csv');
    await fs.writeFile(
      file,
      focusCsv([usage({ BilledCost: '12.5' }), usage({ BilledCost: 'x' })]),
    );
    return (options: Partial<ImportFileOptions> = {}) =>
      importFile({
        config,
        logger: mockServices.logger.mock(),
        file,
        ...options,
      });
  };

  it('asks to start the portal first when there are no tables', async () => {
    const run = await commandOn(await databases.init('POSTGRES_18'));
    await expect(run()).rejects.toThrow('start it once');
  });

  it('has a portal that runs bring the file in, and tells how far it is', async () => {
    const knex = await databases.init('POSTGRES_18');
    const backend = await startCostsBackend(knex, {
      dataDirectory: folder.path,
    });
    const worker = setInterval(
      () => backend.runTasks('costs-work-imports'),
      200,
    );
    onTestEnd = () => clearInterval(worker);
    const run = await commandOn(knex);
    await expect(run()).rejects.toThrow('--source');
    await expect(run({ source: 'AWS' })).rejects.toThrow('--create');
    const steps: Import['step'][] = [];
    const done = await run({
      source: 'AWS',
      createsSource: true,
      onProgress: ({ step }) => steps.push(step),
    });
    expect(done).toMatchObject({
      state: 'succeeded',
      fileName: 'bill.csv',
      createdBy: 'command:costs:import',
      accepted: 1,
      rejected: 1,
    });
    expect(steps.length).toBeGreaterThan(1);
    const { body } = await backend
      .as('default/olga')
      .get('/api/costs/query')
      .query({ from: '2026-09-01', to: '2026-10-01', metric: 'billed' });
    expect(body.items).toMatchObject([{ amount: '12.5' }]);
    onTestEnd();
    await backend.stop();

    // The only source needs no name; nobody works the queue now.
    expect(await run({ patienceMilliseconds: 500 })).toMatchObject({
      state: 'queued',
      sourceName: 'AWS',
    });
  });
});
