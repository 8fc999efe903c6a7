import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { focusCsv, usage, type FocusRow } from './__testUtils__/focusCsv';
import {
  startCostsBackend,
  type CostsBackend,
} from './__testUtils__/startCostsBackend';

jest.setTimeout(180_000);

const RANGE = { from: '2026-01-01', to: '2027-01-01' };

describe('a month that is made of several files', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let backend: CostsBackend;

  beforeEach(async () => {
    backend = await startCostsBackend(await databases.init('POSTGRES_18'));
  });

  const sums = async (query: object = {}) => {
    const { body } = await backend
      .as('default/olga')
      .get('/api/costs/query')
      .query({ ...RANGE, metric: 'billed', ...query })
      .expect(200);
    return body.items.map((it: any) => [it.value, it.amount, it.charges]);
  };
  const total = async () => {
    const [[, amount, charges]] = await sums();
    return { amount, charges };
  };
  const fileOf = (...costs: string[]) =>
    focusCsv(costs.map(BilledCost => usage({ BilledCost })));
  const downloadRejected = async (importId: string) => {
    const { text } = await backend
      .as('default/frank')
      .get(`/api/costs/imports/${importId}/rejected-rows/download`)
      .expect(200);
    return text;
  };
  const listRejected = async (importId: string) => {
    const { body } = await backend
      .as('default/frank')
      .get(`/api/costs/imports/${importId}/rejected-rows`)
      .expect(200);
    return body.items.map((it: any) => [it.row, it.correctedBy]);
  };

  it('adds a file to what is there when asked to, and says what it changed', async () => {
    await backend.bringIn(fileOf('10', '5'));
    const added = await backend.bringIn(fileOf('2.50'), { mode: 'add' });
    expect(added).toMatchObject({
      state: 'succeeded',
      mode: 'add',
      unchanged: false,
      periods: [
        {
          period: '2026-09-01',
          rowsBefore: 2,
          rowsAfter: 3,
          sums: [{ currency: 'EUR', billedBefore: '15', billedAfter: '17.50' }],
        },
      ],
    });
    expect(await total()).toEqual({ amount: '17.50', charges: 3 });
  });

  it('leads from a charge to its own file and the row there', async () => {
    await backend.bringIn(fileOf('10', '5'), { fileName: 'first.csv' });
    await backend.bringIn(fileOf('1', '2.50'), {
      fileName: 'second.csv',
      mode: 'add',
    });
    const finance = backend.as('default/frank');
    const { body } = await finance
      .get('/api/costs/charges')
      .query({ ...RANGE, metric: 'billed' })
      .expect(200);
    const files = await Promise.all(
      body.items.map(async ({ billedCost, part, period, row, source }: any) => {
        const { body: charge } = await finance
          .get(`/api/costs/charges/${period}/${source}/${row}/${part}`)
          .expect(200);
        return [billedCost, charge.fileName, charge.fileRow];
      }),
    );
    expect(files).toEqual([
      ['10', 'first.csv', 1],
      ['5', 'first.csv', 2],
      ['2.50', 'second.csv', 2],
      ['1', 'second.csv', 1],
    ]);
  });

  it('adds a file once, however often it comes', async () => {
    await backend.bringIn(fileOf('10'));
    await backend.bringIn(fileOf('2'), { mode: 'add' });
    for (const content of [fileOf('2'), fileOf('10')]) {
      const again = await backend.bringIn(content, { mode: 'add' });
      expect(again).toMatchObject({ unchanged: true, periods: [] });
    }
    expect(await total()).toEqual({ amount: '12', charges: 2 });
  });

  it('lets a file that replaces take the place of all of them', async () => {
    await backend.bringIn(fileOf('10'));
    await backend.bringIn(fileOf('2'), { mode: 'add' });
    const back = await backend.bringIn(fileOf('10'));
    expect(back).toMatchObject({ unchanged: false });
    expect(await total()).toEqual({ amount: '10', charges: 1 });
  });

  it('comes to the same whatever the order and however often', async () => {
    const month = fc.constantFrom('2026-07', '2026-08', '2026-09');
    const cost = fc
      .tuple(fc.integer({ min: -9_999, max: 99_999 }), fc.nat(99))
      .map(([units, cents]) => `${units}.${String(cents).padStart(2, '0')}`);
    const file = fc
      .array(fc.tuple(month, cost), { minLength: 1, maxLength: 4 })
      .map(rows =>
        focusCsv(rows.map(([at, BilledCost]) => usage({ BilledCost }, at))),
      );
    let round = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(file, { minLength: 2, maxLength: 4 }).chain(files =>
          fc.tuple(
            fc.constant(files),
            fc.shuffledSubarray([...files, ...files.slice(0, 2)], {
              minLength: files.length + Math.min(2, files.length),
            }),
          ),
        ),
        async ([files, shuffled]) => {
          round += 1;
          const found: unknown[] = [];
          for (const [name, order] of [
            ['in order', files],
            ['shuffled', shuffled],
          ] as const) {
            const source = `${name} ${round}`;
            let sourceId = '';
            for (const content of order) {
              const done = await backend.bringIn(content, {
                source,
                mode: 'add',
              });
              sourceId = done.source;
            }
            found.push(
              await sums({
                filter: `source:${sourceId}`,
                granularity: 'month',
              }),
            );
          }
          expect(found[1]).toEqual(found[0]);
        },
      ),
      { numRuns: 6 },
    );
  });

  const azure = (rows: FocusRow[]) =>
    focusCsv(
      rows.map(row => ({
        CostInBillingCurrency: '1',
        BillingCurrency: 'EUR',
        Date: '2026-09-17',
        ChargeType: 'Usage',
        MeterCategory: 'Virtual Machines',
        PricingModel: 'Reservation',
        ...row,
      })),
    );

  it('refuses to add actual cost to amortised cost of one month', async () => {
    const source = 'azure';
    const amortised = azure([{}, { ChargeType: 'UnusedReservation' }]);
    const actual = azure([
      { ChargeType: 'Purchase', CostInBillingCurrency: '700' },
      { CostInBillingCurrency: '0' },
    ]);
    const neither = azure([{ PricingModel: 'OnDemand' }]);
    await backend.bringIn(amortised, { source });
    await backend.bringIn(neither, { source, mode: 'add' });
    const before = await total();
    const refused = await backend.bringIn(actual, { source, mode: 'add' });
    expect(refused).toMatchObject({
      state: 'failed',
      problem: {
        code: 'other-dataset',
        message: expect.stringMatching(
          /amortised cost for 2026-09, .*actual cost.*source of its own/,
        ),
      },
    });
    expect(await total()).toEqual(before);
    expect(
      await backend.bringIn(fileOf('1'), { source, mode: 'add' }),
    ).toMatchObject({ problem: { code: 'other-dataset' } });
  });

  describe('with rows that were rejected', () => {
    const broken = focusCsv([
      usage({ BilledCost: '1' }),
      usage({ BilledCost: 'a lot', ChargeDescription: '=1+1' }),
      usage({ BilledCost: '3,5', ListCost: '-2' }),
    ]);

    it('takes them corrected, and only them', async () => {
      const first = await backend.bringIn(broken);
      const download = await downloadRejected(first.importId);
      const done = await backend.correct(
        first.importId,
        download.replaceAll('a lot', '20.25').replaceAll('"3,5"', '3.5'),
      );
      expect(done).toMatchObject({
        state: 'succeeded',
        mode: 'correct',
        corrects: first.importId,
        accepted: 2,
        rejected: 0,
        periods: [{ rowsBefore: 1, rowsAfter: 3 }],
      });
      expect(await total()).toEqual({ amount: '24.75', charges: 3 });
      expect(await listRejected(first.importId)).toEqual([
        [2, done.importId],
        [3, done.importId],
      ]);
      const left = await downloadRejected(first.importId);
      expect(left.trim().split('\r\n')).toHaveLength(1);
      const { body } = await backend
        .as('default/frank')
        .get('/api/costs/charges')
        .query({ ...RANGE, metric: 'billed' });
      expect(body.items[0]).toMatchObject({ chargeDescription: '=1+1' });
    });

    it('changes nothing when the same correction comes twice', async () => {
      const first = await backend.bringIn(broken);
      const corrected = (await downloadRejected(first.importId)).replaceAll(
        'a lot',
        '20.25',
      );
      const once = await backend.correct(first.importId, corrected);
      expect(once).toMatchObject({ accepted: 1, rejected: 1 });
      const before = await total();
      expect(await backend.correct(first.importId, corrected)).toMatchObject({
        unchanged: true,
      });
      // By other bytes, too.
      const other = await backend.correct(first.importId, `${corrected}\r\n`);
      expect(other).toMatchObject({ state: 'succeeded', accepted: 0 });
      expect(await total()).toEqual(before);
      expect(await backend.bringIn(broken)).toMatchObject({ unchanged: true });
      expect(await total()).toEqual(before);
    });

    it('refuses them when a newer file has taken the place of theirs', async () => {
      const first = await backend.bringIn(broken);
      const corrected = (await downloadRejected(first.importId)).replaceAll(
        'a lot',
        '20.25',
      );
      await backend.bringIn(fileOf('8'));
      expect(await backend.correct(first.importId, corrected)).toMatchObject({
        state: 'failed',
        problem: { code: 'no-longer-in-force' },
      });
      expect(await total()).toEqual({ amount: '8', charges: 1 });
    });

    it('says what to do about a file that is no correction, or a correction of one', async () => {
      const first = await backend.bringIn(broken);
      expect(await backend.correct(first.importId, broken)).toMatchObject({
        state: 'failed',
        problem: { code: 'no-correction' },
      });
      const once = await backend.correct(
        first.importId,
        await downloadRejected(first.importId),
      );
      const { body } = await backend
        .as('default/frank')
        .post(`/api/costs/imports/${once.importId}/corrections`)
        .query({ fileName: 'again.csv' })
        .type('text/csv')
        .send('row,reasons\n')
        .expect(409);
      expect(body.error.message).toContain(first.importId);
    });
  });
});
