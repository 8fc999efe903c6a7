import { TestDatabases } from '@backstage/backend-test-utils';
import { DuckDBInstance } from '@duckdb/node-api';
import { focusCsv, usage, type FocusRow } from './__testUtils__/focusCsv';
import {
  startCostsBackend,
  type CostsBackend,
} from './__testUtils__/startCostsBackend';
import { withFile } from './__testUtils__/withFile';

jest.setTimeout(120_000);

const RANGE = { from: '2026-09-01', to: '2026-10-01' };
const PERIOD = '2026-09-01';

const policy = {
  requirements: [
    {
      key: 'env',
      variants: ['environment', 'stage'],
      required: true,
      allowedValues: ['prod', 'dev'],
      valueVariants: { production: 'prod', live: 'prod' },
    },
    { key: 'cost-centre', variants: ['CostCenter'], required: true },
  ],
  accounts: [{ accountId: 'acc-tagged', tags: { 'cost-centre': '4711' } }],
  virtual: [
    {
      id: 'mail',
      conditions: [{ on: 'serviceName', anyOf: ['Mail*'] }],
      key: 'product',
      value: 'mail',
    },
  ],
};

const tagged = (
  cost: string,
  tags: Record<string, string>,
  values: FocusRow = {},
) => usage({ BilledCost: cost, Tags: JSON.stringify(tags), ...values });

/** Acme's tags in every spelling, and Birch's. */
const ROWS = [
  tagged('10', { tenant: 'acme', env: 'prod', 'cost-centre': '1' }),
  tagged(
    '20.25',
    { tenant: 'acme', Environment: 'Production', cost_centre: '2' },
    { ResourceId: 'i-2' },
  ),
  tagged(
    '5',
    { tenant: 'acme', STAGE: 'live' },
    { ResourceId: 'i-3', SubAccountId: 'acc-tagged' },
  ),
  tagged(
    '7.125',
    { tenant: 'acme', env: 'prdo', CostCenter: '1' },
    { ResourceId: 'i-4' },
  ),
  tagged(
    '-1',
    { tenant: 'acme', env: '' },
    { ResourceId: 'i-5', ServiceName: 'Mailing' },
  ),
  tagged('40', { tenant: 'acme' }, { ResourceId: '', ChargeCategory: 'Tax' }),
  tagged('100', { tenant: 'birch', birch_secret: 'x' }, { ResourceId: 'b-1' }),
];

describe('tags', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let backend: CostsBackend;

  beforeEach(async () => {
    backend = await startCostsBackend(await databases.init('POSTGRES_18'));
  });

  const get = async (
    user: string,
    path: string,
    query: object = {},
    status = 200,
  ) => {
    const { body } = await backend
      .as(user)
      .get(`/api/costs${path}`)
      .query(query)
      .expect(status);
    return body;
  };
  const setPolicy = (user: string, body: object) =>
    backend.as(user).put('/api/costs/tag-policy').send(body);
  const sumsBy = async (user: string, groupBy: string, query: object = {}) =>
    (await get(user, '/query', { ...RANGE, groupBy, ...query })).items.map(
      ({ amount, value }: any) => [value, amount],
    );

  describe('the policy', () => {
    it('asks nothing before anybody made one, and is versioned from then on', async () => {
      expect(await get('default/sara', '/tag-policy')).toEqual({
        version: 0,
        requirements: [],
        accounts: [],
        virtual: [],
        olderPeriods: [],
      });
      const { body } = await setPolicy('default/frank', policy).expect(200);
      expect(body).toMatchObject({ ...policy, version: 1 });
      const again = await setPolicy('default/olga', policy).expect(200);
      expect(again.body.version).toBe(1);
    });

    it('refuses a change to a version that somebody changed meanwhile', async () => {
      await setPolicy('default/frank', { ...policy, basedOn: 0 }).expect(200);
      await setPolicy('default/olga', {
        ...policy,
        virtual: [],
        basedOn: 0,
      }).expect(409);
      expect(await get('default/frank', '/tag-policy')).toMatchObject(policy);
    });

    it('says where it contradicts itself, and is then as it was', async () => {
      const [env] = policy.requirements;
      const { body } = await setPolicy('default/frank', {
        ...policy,
        requirements: [env, { key: 'ENV', variants: [], required: false }],
      }).expect(400);
      expect(body.error.message).toBe(
        'requirements[1] has the spelling "ENV", which means "env" already: leave it to one of them.',
      );
      expect((await get('default/frank', '/tag-policy')).version).toBe(0);
    });

    it.each(['a\u0000b', 'a\ud800'])('takes no %j in a text', async text => {
      for (const changed of [
        { ...policy, accounts: [{ accountId: 'a', tags: { [text]: 'x' } }] },
        { ...policy, accounts: [{ accountId: text, tags: {} }] },
      ]) {
        const { status } = await setPolicy('default/frank', changed);
        expect(status).toBe(400);
      }
    });

    it('is for staff to read, and for finance and operators to change', async () => {
      const anna = backend.as('acme/anna');
      const answers = await Promise.all([
        anna.get('/api/costs/tag-policy'),
        setPolicy('acme/anna', policy),
        anna.post('/api/costs/tag-policy/preview').send(policy),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    });
  });

  describe('of an import', () => {
    beforeEach(async () => {
      await setPolicy('default/frank', policy).expect(200);
      await backend.bringIn(focusCsv(ROWS));
    });

    it('group costs by what each spelling means, inherited and virtual ones too', async () => {
      expect(await sumsBy('acme/anna', 'tag:env')).toEqual([
        [null, '39'],
        ['prod', '35.25'],
        ['prdo', '7.125'],
      ]);
      expect(await sumsBy('acme/anna', 'tag:cost-centre')).toEqual([
        [null, '39'],
        ['2', '20.25'],
        ['1', '17.125'],
        ['4711', '5'],
      ]);
      expect(await sumsBy('acme/anna', 'tag:product')).toEqual([
        [null, '82.375'],
        ['mail', '-1'],
      ]);
      expect(await sumsBy('acme/anna', 'tag:birch_secret')).toEqual([
        [null, '81.375'],
      ]);
    });

    it('narrow sums, charges and exports, also to what is not tagged', async () => {
      const filter = ['tag:env:prod', 'tag:cost-centre:1'];
      expect(await sumsBy('acme/anna', 'resource_id', { filter })).toEqual([
        ['i-1', '10'],
      ]);
      const untagged = await get('default/olga', '/charges', {
        ...RANGE,
        filter: ['customer:acme', 'tag:env:', 'tag:env:prdo'],
      });
      expect(untagged).toMatchObject({
        total: 3,
        sums: [{ amount: '46.125', currency: 'EUR' }],
      });
      const { text } = await backend
        .as('acme/anna')
        .get('/api/costs/charges/export')
        .query({ ...RANGE, filter: 'tag:env:prdo' })
        .expect(200);
      expect(text.trim().split('\n')).toHaveLength(2);
      expect(text).toContain('i-4');
    });

    it.each(['tag:', 'tag:a:b', 'tag:%zz', 'tagged', `tag:${'x'.repeat(300)}`])(
      'refuse %s as a dimension',
      async groupBy => {
        const anna = backend.as('acme/anna');
        const filter = groupBy.replace('tag:a:b', 'tag:a');
        const answers = await Promise.all([
          anna.get('/api/costs/query').query({ ...RANGE, groupBy }),
          anna.get('/api/costs/charges').query({ ...RANGE, filter }),
        ]);
        expect(answers.map(({ status }) => status)).toEqual([400, 400]);
      },
    );

    it('keep a colon in a key apart from the value', async () => {
      await backend.bringIn(
        focusCsv([tagged('3', { tenant: 'acme', 'k8s:app': 'shop:1' })]),
        { source: 'other' },
      );
      expect(
        await sumsBy('acme/anna', 'tag:k8s%3Aapp', {
          filter: 'tag:k8s%3Aapp:shop:1',
        }),
      ).toEqual([['shop:1', '3']]);
    });

    it('comply by cost and by resources as DuckDB counts in the file itself', async () => {
      const expected = await withFile(focusCsv(ROWS), async file => {
        const duckdb = await (await DuckDBInstance.create()).connect();
        const [counted] = (
          await duckdb.runAndReadAll(`
            with resources as (
              select *, abs(EffectiveCost::decimal(18, 3)) as cost,
                coalesce(nullif((Tags->>'$.env'), ''), (Tags->>'$.Environment'), (Tags->>'$.STAGE'), '') as env
              from read_csv('${file}', all_varchar = true, quote = '"', escape = '"')
              where ResourceId <> '' and (Tags->>'$.tenant') = 'acme')
            select sum(cost) as cost,
              sum(cost) filter (where env = '') as missing,
              sum(cost) filter (where env = 'prdo') as wrong,
              count(distinct ResourceId) as resources
            from resources`)
        ).getRowObjectsJson();
        duckdb.closeSync();
        return counted;
      });
      const { items } = await get('acme/anna', '/tag-compliance', RANGE);
      const env = items.find(({ key }: any) => key === 'env');
      expect(env).toMatchObject({
        period: PERIOD,
        currency: 'EUR',
        resources: Number(expected.resources),
        missingResources: 1,
        wrongResources: 1,
        byCost: '0.8126',
        byResources: '0.6',
      });
      for (const [ours, theirs] of [
        ['cost', 'cost'],
        ['missingCost', 'missing'],
        ['wrongCost', 'wrong'],
      ]) {
        expect(Number(env[ours])).toBe(Number(expected[theirs]));
      }
    });

    it('show each customer its own compliance, and staff those with most to fix first', async () => {
      const own = await get('birch/bea', '/tag-compliance/customers', {
        period: PERIOD,
      });
      expect(own).toMatchObject({ total: 1, items: [{ customer: 'birch' }] });
      const { items } = await get('default/sara', '/tag-compliance/customers', {
        period: PERIOD,
        key: 'env',
      });
      expect(items).toMatchObject([
        { customer: 'birch', byCost: '0', resources: 1 },
        { customer: 'acme', byCost: '0.8126', resources: 5 },
      ]);
      const { items: foreign } = await get('birch/bea', '/tag-compliance', {
        ...RANGE,
        customer: 'acme',
      });
      expect(foreign).toEqual([]);
    });

    it('list what to fix, the dearest first, with a value that was probably meant', async () => {
      const { items, total } = await get('acme/anna', '/tag-fixes', {
        period: PERIOD,
      });
      expect(total).toBe(items.length);
      expect(
        items.map(({ found, key, kind, resourceId, wanted }: any) =>
          [resourceId, key, kind, found, wanted].filter(Boolean).join(' '),
        ),
      ).toEqual([
        'i-2 cost-centre spelling cost_centre=2 cost-centre=2',
        'i-2 env spelling Environment=Production env=prod',
        'i-4 cost-centre spelling CostCenter=1 cost-centre=1',
        'i-4 env not-allowed env=prdo env=prod',
        'i-3 env spelling STAGE=live env=prod',
        'i-5 cost-centre missing',
        'i-5 env missing',
      ]);
      expect(items[3]).toMatchObject({ cost: '7.125', currency: 'EUR' });
      const narrowed = await get('default/sara', '/tag-fixes', {
        period: PERIOD,
        key: 'env',
        kind: 'missing',
        search: 'B-1',
      });
      expect(narrowed.items).toMatchObject([
        { customer: 'birch', resourceId: 'b-1', cost: '100' },
      ]);
    });

    it('say which tags there are, to each customer its own', async () => {
      const keys = async (user: string) =>
        (await get(user, '/tag-keys', RANGE)).items;
      expect(await keys('acme/anna')).toEqual([
        'tenant',
        'env',
        'cost-centre',
        'product',
      ]);
      expect(await keys('birch/bea')).toEqual(['birch_secret', 'tenant']);
      expect(await keys('default/olga')).toContain('birch_secret');
    });

    it('stay as they are under another policy until they are imported anew', async () => {
      const changed = { ...policy, requirements: [policy.requirements[1]] };
      const { body } = await setPolicy('default/frank', changed).expect(200);
      expect(body.olderPeriods).toMatchObject([
        { sourceName: 'aws', period: PERIOD, version: 1 },
      ]);
      const before = await get('acme/anna', '/tag-compliance', RANGE);
      expect(before.items.map(({ key }: any) => key)).toEqual([
        'cost-centre',
        'env',
      ]);
      const done = await backend.bringIn(focusCsv(ROWS));
      expect(done.unchanged).toBe(false);
      const after = await get('acme/anna', '/tag-compliance', RANGE);
      expect(after.items.map(({ key }: any) => key)).toEqual(['cost-centre']);
      expect(await sumsBy('acme/anna', 'tag:STAGE')).toContainEqual([
        'live',
        '5',
      ]);
      expect((await get('default/frank', '/tag-policy')).olderPeriods).toEqual(
        [],
      );
    });

    it('take the place of what the period had, once', async () => {
      await backend.bringIn(
        focusCsv([...ROWS, tagged('1', { tenant: 'acme' })]),
      );
      const [env] = (
        await get('acme/anna', '/tag-compliance', RANGE)
      ).items.filter(({ key }: any) => key === 'env');
      expect(env).toMatchObject({ resources: 5, missingResources: 2 });
      expect(Number(env.missingCost)).toBe(2);
    });

    it('are previewed before a policy is in force, and nothing is changed', async () => {
      const { body } = await backend
        .as('default/frank')
        .post('/api/costs/tag-policy/preview')
        .send({
          ...policy,
          requirements: [
            {
              ...policy.requirements[0],
              valueVariants: {
                ...policy.requirements[0].valueVariants,
                prdo: 'prod',
              },
            },
            { key: 'owner', variants: [], required: true },
          ],
        })
        .expect(200);
      expect(body).toEqual({
        period: PERIOD,
        items: [
          {
            key: 'env',
            currency: 'EUR',
            cost: '143.375',
            lookedAt: '1',
            now: '0.2458',
            then: '0.2955',
          },
          {
            key: 'owner',
            currency: 'EUR',
            cost: '143.375',
            lookedAt: '1',
            then: '0',
          },
          {
            key: 'cost-centre',
            currency: 'EUR',
            cost: '143.375',
            lookedAt: '1',
            now: '0.2955',
          },
        ],
      });
      expect((await get('default/frank', '/tag-policy')).version).toBe(1);
    });
  });

  it('that look like formulas do not become any in the export of what to fix', async () => {
    await setPolicy('default/frank', policy).expect(200);
    await backend.bringIn(
      focusCsv([
        tagged(
          '5',
          { tenant: 'acme', env: '=HYPERLINK("http://x")', 'cost-centre': '1' },
          { ResourceId: '=1+1' },
        ),
      ]),
    );
    const { text } = await backend
      .as('acme/anna')
      .get('/api/costs/tag-fixes/export')
      .query({ period: PERIOD })
      .expect(200);
    const [head, ...lines] = text.trim().split('\r\n');
    expect(head).toContain('customer,provider,account,resource');
    expect(lines).toEqual([
      `acme,AWS,,'=1+1,,env,not-allowed,"env==HYPERLINK(""http://x"")",,5,EUR`,
    ]);
  });
});
