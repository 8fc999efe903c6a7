import type { AllocationKey } from '../allocation/AllocationKey';
import { createTagEvaluator } from './createTagEvaluator';
import type { TagProblem, TagSchema } from './TagSchema';

function evaluate(
  schema: Partial<TagSchema>,
  tags: Record<string, string>,
  others: Partial<AllocationKey> = {},
) {
  return createTagEvaluator({
    requirements: [],
    accounts: [],
    virtual: [],
    ...schema,
  })({
    serviceProviderName: null,
    billingAccountId: 'payer',
    subAccountId: '111',
    subAccountName: null,
    resourceId: 'i-1',
    resourceName: 'shop',
    resourceType: null,
    serviceName: null,
    serviceCategory: null,
    regionId: null,
    chargeCategory: null,
    tags,
    ...others,
  });
}

const environment = {
  key: 'env',
  variants: ['environment', 'stage'],
  required: true,
  allowedValues: ['prod', 'dev'],
  valueVariants: { production: 'prod' },
};
const costCentre = {
  key: 'cost-centre',
  variants: ['cost-center'],
  required: false,
};

describe('createTagEvaluator', () => {
  it.each<[Record<string, string>, Record<string, string>]>([
    [{ env: 'prod' }, { env: 'prod' }],
    [{ Environment: 'PROD' }, { env: 'prod' }],
    [{ ' stage ': 'Production' }, { env: 'prod' }],
    [
      { env: 'prod', CostCenter: '12' },
      { env: 'prod', 'cost-centre': '12' },
    ],
    [
      { env: 'prod', cost_center: '12' },
      { env: 'prod', 'cost-centre': '12' },
    ],
    [
      { env: 'prod', 'user:Cost.Centre': '12' },
      { env: 'prod', 'cost-centre': '12' },
    ],
    [
      { env: 'prod', ' org': ' trey ' },
      { env: 'prod', org: 'trey' },
    ],
    [
      { env: 'prod', 'aws:createdBy': 'x' },
      { env: 'prod', 'aws:createdBy': 'x' },
    ],
  ])('makes of %j %j', (tags, expected) => {
    expect(
      evaluate({ requirements: [environment, costCentre] }, tags).tags,
    ).toEqual(expected);
  });

  it('writes values in the letters that the schema wants', () => {
    const schema = (letterCase: 'lower' | 'upper') => ({
      requirements: [{ ...costCentre, letterCase }],
    });
    expect(evaluate(schema('upper'), { CostCenter: 'cc-1' }).tags).toEqual({
      'cost-centre': 'CC-1',
    });
    expect(evaluate(schema('lower'), { CostCenter: 'CC-1' }).tags).toEqual({
      'cost-centre': 'cc-1',
    });
  });

  it('lists what is written otherwise, and what it should be', () => {
    expect(
      evaluate(
        { requirements: [environment, costCentre] },
        { Environment: 'production', CostCenter: '12', own: 'X' },
      ).problems,
    ).toEqual([
      {
        key: 'cost-centre',
        kind: 'spelling',
        found: 'CostCenter=12',
        wanted: 'cost-centre=12',
      },
      {
        key: 'env',
        kind: 'spelling',
        found: 'Environment=production',
        wanted: 'env=prod',
      },
    ]);
  });

  it('has nothing to fix in what a provider puts before a key', () => {
    expect(
      evaluate({ requirements: [environment] }, { user_env: 'prod' }),
    ).toEqual({ tags: { env: 'prod' }, problems: [] });
  });

  it.each<[Record<string, string>, TagProblem]>([
    [{}, { key: 'env', kind: 'missing' }],
    [{ env: ' ' }, { key: 'env', kind: 'missing' }],
    [{ env: 'test' }, { key: 'env', kind: 'not-allowed', found: 'env=test' }],
    [
      { env: 'prdo' },
      {
        key: 'env',
        kind: 'not-allowed',
        found: 'env=prdo',
        wanted: 'env=prod',
      },
    ],
  ])('finds in %j %j', (tags, problem) => {
    expect(
      evaluate({ requirements: [environment] }, tags).problems,
    ).toContainEqual(problem);
  });

  it('goes by the tag that is written right where two mean the same', () => {
    expect(
      evaluate(
        { requirements: [environment] },
        { Environment: 'dev', env: 'prod' },
      ),
    ).toEqual({
      tags: { env: 'prod' },
      problems: [
        {
          key: 'env',
          kind: 'contradictory',
          found: 'Environment=dev',
          wanted: 'env=prod',
        },
      ],
    });
  });

  it('says the same whatever the order of the tags', () => {
    const one = { stage: 'dev', Environment: 'prod', b: '1', a: '2' };
    const other = Object.fromEntries(Object.entries(one).reverse());
    const schema = { requirements: [environment] };
    expect(JSON.stringify(evaluate(schema, other))).toBe(
      JSON.stringify(evaluate(schema, one)),
    );
  });

  it('gives a resource the tags of its account, which its own go before', () => {
    const schema: Partial<TagSchema> = {
      requirements: [environment],
      accounts: [
        { accountId: 'payer', tags: { env: 'dev', team: 'core' } },
        { accountId: '111', tags: { Environment: 'prod' } },
      ],
    };
    expect(evaluate(schema, { org: 'trey' })).toEqual({
      tags: { org: 'trey', env: 'prod', team: 'core' },
      problems: [],
    });
    expect(evaluate(schema, { env: 'dev' }).tags.env).toBe('dev');
  });

  it('takes tags that the provider tells of the account for inherited ones', () => {
    expect(
      evaluate(
        { requirements: [environment] },
        {
          'accountTag/environment': 'dev',
          'accountTag/team': 'core',
          'resourceTags/env': 'prod',
        },
      ),
    ).toEqual({ tags: { env: 'prod', team: 'core' }, problems: [] });
  });

  it('adds tags of the portal’s own, one building on another, and mends no problem by it', () => {
    const virtual = [
      {
        id: 'one',
        conditions: [{ on: 'resourceName' as const, anyOf: ['sh*'] }],
        key: 'env',
        value: 'prod',
      },
      {
        id: 'two',
        conditions: [{ on: 'tag' as const, tag: 'env', anyOf: ['prod'] }],
        key: 'tier',
        value: 'gold',
      },
    ];
    expect(evaluate({ requirements: [environment], virtual }, {})).toEqual({
      tags: { env: 'prod', tier: 'gold' },
      problems: [{ key: 'env', kind: 'missing' }],
    });
    expect(evaluate({ virtual }, { env: 'dev' }).tags).toEqual({ env: 'dev' });
    expect(
      evaluate(
        { virtual: [{ ...virtual[0], overwrite: true }] },
        { env: 'dev' },
      ).tags,
    ).toEqual({ env: 'prod' });
  });
});
