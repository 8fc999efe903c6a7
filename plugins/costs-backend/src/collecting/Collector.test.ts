import { TestDatabases } from '@backstage/backend-test-utils';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
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
          settleSeconds: 0.2,
          schedule: {
            frequency: { seconds: 1 },
            timeout: { minutes: 1 },
            initialDelay: { milliseconds: 100 },
          },
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
  /** Waits until so many imports are over, and no more come. */
  const settled = async (count: number) => {
    for (let round = 0; round < 300; round++) {
      const items = await listImports();
      const isOver = items.every(it => it.finishedAt);
      if (items.length >= count && isOver) break;
      await sleep(100);
    }
    await sleep(2_500);
    return listImports();
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
    const items = await settled(3);
    expect(items).toHaveLength(3);
    expect(items.map(it => [it.state, it.sourceName, it.createdBy])).toEqual(
      Array(3).fill(['succeeded', 'Collected', 'plugin:costs']),
    );
    expect(items.map(it => it.origin).sort()).toEqual([
      path.join(folder, '2026-08/bill.csv'),
      path.join(folder, '2026-09/part-1.csv'),
      path.join(folder, '2026-09/part-2.csv'),
    ]);
    expect(await billed()).toEqual([
      ['2026-08-01', '8'],
      ['2026-09-01', '9.5'],
    ]);
    // Written again with the same content.
    await lay('2026-08/bill.csv', '8', '2026-08');
    expect(await settled(3)).toHaveLength(3);
  });

  it('take the place of the month when a newer one comes', async () => {
    await lay('focus-2026-09.csv', '9');
    await start();
    await settled(1);
    await lay('focus-2026-09-restated.csv', '7');
    expect(await settled(2)).toHaveLength(2);
    expect(await billed()).toEqual([['2026-09-01', '7']]);
  });

  it('are left while they are being written', async () => {
    await start({ settleSeconds: 2 });
    const file = path.join(folder, '2026-09.csv');
    const [head, row] = focusCsv([usage({ BilledCost: '1' })]).split('\n');
    await fs.writeFile(file, `${head}\n`);
    for (let written = 0; written < 5; written++) {
      await sleep(700);
      await fs.appendFile(file, `${row}\n`);
      expect(await listImports()).toEqual([]);
    }
    const [only, ...others] = await settled(1);
    expect([only.accepted, others]).toEqual([5, []]);
  });

  it('are all added where they are the days of a month', async () => {
    await lay('2026-09-01.csv', '1');
    await lay('2026-09-02.csv', '2');
    await start({ months: 'add' });
    await settled(2);
    await lay('2026-09-03.csv', '4');
    await settled(3);
    expect(await billed()).toEqual([['2026-09-01', '7']]);
  });
});
