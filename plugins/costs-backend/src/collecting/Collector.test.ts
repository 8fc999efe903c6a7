import { DuckDBConnection } from '@duckdb/node-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import zlib from 'node:zlib';
import { focusCsv, usage } from '../__testUtils__/focusCsv';
import {
  startCostsBackend,
  type CostsBackend,
} from '../__testUtils__/startCostsBackend';

jest.setTimeout(120_000);

describe('exports that lie in a folder', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let folder: string;
  let backend: CostsBackend;

  beforeEach(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'freehold-exports-'));
  });
  afterEach(async () => {
    await backend.stop();
    await fs.rm(folder, { recursive: true, force: true });
  });

  const start = async (settings: object = {}) => {
    backend = await startCostsBackend(await databases.init('POSTGRES_18'), {
      collect: [
        {
          source: 'Collected',
          folder,
          settleSeconds: 0,
          ...settings,
        },
      ],
    });
  };
  const lay = async (name: string, cost: string, month = '2026-09') => {
    const file = path.join(folder, name);
    await fs.mkdir(path.dirname(file), { recursive: true });
    await fs.writeFile(file, focusCsv([usage({ BilledCost: cost }, month)]));
  };
  const listImports = async () => {
    const { body } = await backend.as('default/olga').get('/api/costs/imports');
    return body.items as any[];
  };
  /** Has the place looked into, and waits until all imports are over. */
  const look = async () => {
    await backend.runTasks('costs-collect');
    for (;;) {
      const items = await listImports();
      if (items.every(it => it.finishedAt)) {
        return items;
      }
      await sleep(50);
    }
  };
  const billed = async () => {
    const { body } = await backend
      .as('default/olga')
      .get('/api/costs/query')
      .query({
        from: '2026-01-01',
        to: '2027-01-01',
        metric: 'billed',
        granularity: 'month',
      });
    return body.items.map((it: any) => [it.period, it.amount]);
  };

  it('are taken once, and say where they are from', async () => {
    await lay('2026-08/bill.csv', '8', '2026-08');
    await lay('2026-09/part-1.csv', '9');
    await lay('2026-09/part-2.csv', '0.5');
    await start();
    const items = await look();
    expect(items.map(it => [it.state, it.sourceName, it.createdBy])).toEqual(
      Array(2).fill(['succeeded', 'Collected', 'plugin:costs']),
    );
    expect(items.map(it => [it.fileName, it.origin]).sort()).toEqual([
      ['2026-09, 2 files.csv.gz', `${path.join(folder, '2026-09')} (2 files)`],
      ['bill.csv', path.join(folder, '2026-08/bill.csv')],
    ]);
    expect(await billed()).toEqual([
      ['2026-08-01', '8'],
      ['2026-09-01', '9.5'],
    ]);
    // Written again with the same content.
    await lay('2026-08/bill.csv', '8', '2026-08');
    expect(await look()).toHaveLength(2);
  });

  it('take the place of the month when a newer one comes', async () => {
    await lay('focus-2026-09.csv', '9');
    await start();
    await look();
    await lay('focus-2026-09-restated.csv', '7');
    expect(await look()).toHaveLength(2);
    expect(await billed()).toEqual([['2026-09-01', '7']]);
  });

  it('are brought in as one, plain, gzipped or Parquet, or not at all', async () => {
    await lay('2026-07/part-1.csv', '1', '2026-07');
    const gzipped = focusCsv([usage({ BilledCost: '2' }, '2026-07')]);
    await fs.writeFile(
      path.join(folder, '2026-07/part-2.csv.gz'),
      zlib.gzipSync(`\uFEFF${gzipped.trimEnd()}`),
    );
    await lay('2026-08/part-1.csv', '4', '2026-08');
    await fs.writeFile(path.join(folder, '2026-08/part-2.csv'), 'a,b\n1,2\n');
    const parquet = await DuckDBConnection.create();
    await fs.mkdir(path.join(folder, '2026-09'));
    for (const cost of ['10.10', '20.20']) {
      const csv = path.join(folder, 'one.txt');
      await fs.writeFile(csv, focusCsv([usage({ BilledCost: cost })]));
      await parquet.run(
        `copy (select * from read_csv('${csv}', all_varchar = true))
           to '${path.join(folder, `2026-09/${cost}.parquet`)}' (format parquet)`,
      );
    }
    await start();
    expect(await look()).toHaveLength(2);
    expect(await billed()).toEqual([
      ['2026-07-01', '3'],
      ['2026-09-01', '30.30'],
    ]);
  });

  it('are taken again, all of them, when one of several was changed', async () => {
    await lay('2026-09/part-1.csv', '1');
    await lay('2026-09/part-2.csv', '2');
    await start();
    await look();
    await lay('2026-09/part-1.csv', '10');
    expect(await look()).toHaveLength(2);
    expect(await billed()).toEqual([['2026-09-01', '12']]);
  });

  it('are left while they are being written', async () => {
    await start({ settleSeconds: 2 });
    const file = path.join(folder, '2026-09.csv');
    const [head, row] = focusCsv([usage({ BilledCost: '1' })]).split('\n');
    await fs.writeFile(file, `${head}\n`);
    for (let written = 0; written < 3; written++) {
      await fs.appendFile(file, `${row}\n`);
      await sleep(1_000);
      expect(await look()).toEqual([]);
    }
    await sleep(1_500);
    expect(await look()).toMatchObject([{ accepted: 3 }]);
  });

  it('are all added where they are the days of a month', async () => {
    await lay('2026-09-01.csv', '1');
    await lay('2026-09-02.csv', '2');
    await start({ months: 'add' });
    await look();
    await lay('2026-09-03.csv', '4');
    await look();
    expect(await billed()).toEqual([['2026-09-01', '7']]);
  });

  it('may be out of reach, and are taken when they are there again', async () => {
    await start();
    await fs.rename(folder, `${folder}-away`);
    expect(await look()).toEqual([]);
    await fs.rename(`${folder}-away`, folder);
    await lay('2026-09.csv', '3');
    expect(await look()).toHaveLength(1);
  });
});
