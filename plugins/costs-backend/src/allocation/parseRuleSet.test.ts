import type { RuleSet } from './RuleSet';
import { InvalidRuleSetError, parseRuleSet } from './parseRuleSet';

const good: RuleSet = {
  version: 3,
  rules: [
    {
      id: 'databases',
      name: 'Databases of Acme',
      order: 10,
      enabled: true,
      conditions: [
        { on: 'tag', tag: 'env', anyOf: ['prod'] },
        { on: 'resourceName', anyOf: ['acme-*'], not: false },
      ],
      effect: {
        kind: 'direct',
        set: { tenant: { value: 'acme' }, team: { tag: 'team' } },
      },
    },
    {
      id: 'support',
      name: 'Support',
      order: 20,
      enabled: false,
      conditions: [],
      effect: {
        kind: 'shared',
        split: { by: 'weights', weights: { acme: '0.25', default: '0' } },
        set: { costCentre: { value: '42' } },
      },
    },
  ],
  tagSchema: {
    requirements: [
      {
        key: 'env',
        variants: ['environment'],
        required: true,
        allowedValues: ['prod', 'dev'],
        valueVariants: { production: 'prod' },
        letterCase: 'lower',
      },
    ],
    accounts: [{ accountId: '111', tags: { tenant: 'acme' } }],
    virtual: [
      {
        id: 'v1',
        conditions: [{ on: 'serviceName', anyOf: ['*SQL*'] }],
        key: 'kind',
        value: 'database',
      },
    ],
  },
};

/** The good rule set with one thing changed in its copy. */
function spoilt(spoil: (draft: any) => void): unknown {
  const draft = structuredClone(good);
  spoil(draft);
  return draft;
}

function problemsOf(json: unknown) {
  try {
    parseRuleSet(json);
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidRuleSetError);
    return (error as InvalidRuleSetError).problems;
  }
  return [];
}

describe('parseRuleSet', () => {
  it('reads what was written as JSON', () => {
    expect(parseRuleSet(JSON.parse(JSON.stringify(good)))).toEqual(good);
  });

  it.each<[string, (draft: any) => void, string | undefined, string, RegExp]>([
    [
      'no name',
      d => delete d.rules[0].name,
      'databases',
      'rules[0].name',
      /text/,
    ],
    [
      'an unknown property',
      d => (d.rules[0].efect = 1),
      'databases',
      'rules[0]',
      /efect/,
    ],
    [
      'an unknown field',
      d => (d.rules[0].conditions[1].on = 'colour'),
      'databases',
      'rules[0].conditions[1].on',
      /resourceName/,
    ],
    [
      'a tag without its key',
      d => delete d.rules[0].conditions[0].tag,
      'databases',
      'rules[0].conditions[0].tag',
      /names the tag/,
    ],
    [
      'no pattern',
      d => (d.rules[0].conditions[0].anyOf = []),
      'databases',
      'rules[0].conditions[0].anyOf',
      /at least one/,
    ],
    [
      'nothing to set',
      d => (d.rules[0].effect.set = {}),
      'databases',
      'rules[0].effect.set',
      /has to set something/,
    ],
    [
      'a site of nobody',
      d => (d.rules[0].effect.set = { site: { value: 'site_1' } }),
      'databases',
      'rules[0].effect.set.site',
      /set the tenant/,
    ],
    [
      'a customer that cannot be',
      d => (d.rules[0].effect.set.tenant.value = 'A!'),
      'databases',
      'rules[0].effect.set.tenant.value',
      /short name of a customer/,
    ],
    [
      'neither a value nor a tag',
      d => (d.rules[0].effect.set.team = 'core'),
      'databases',
      'rules[0].effect.set.team',
      /either/,
    ],
    [
      'a weight for what is no customer',
      d => (d.rules[1].effect.split.weights['No!'] = '1'),
      'support',
      'rules[1].effect.split.weights.No!',
      /short name/,
    ],
    [
      'a negative weight',
      d => (d.rules[1].effect.split.weights.acme = '-1'),
      'support',
      'rules[1].effect.split.weights.acme',
      /zero or more/,
    ],
    [
      'a weight that is a number',
      d => (d.rules[1].effect.split.weights.acme = 0.1),
      'support',
      'rules[1].effect.split.weights.acme',
      /in quotes/,
    ],
    [
      'weights of zero',
      d => (d.rules[1].effect.split.weights.acme = '0.0'),
      'support',
      'rules[1].effect.split.weights',
      /above zero/,
    ],
    [
      'a split of another kind',
      d => (d.rules[1].effect.split = { by: 'luck' }),
      'support',
      'rules[1].effect.split.by',
      /even, direct-cost/,
    ],
    [
      'one id twice',
      d => (d.rules[1].id = 'databases'),
      'databases',
      'rules[1].id',
      /choose another/,
    ],
    [
      'a tag that the schema writes otherwise',
      d => (d.rules[0].conditions[0].tag = 'Environment'),
      'databases',
      'rules[0]',
      /"env"/,
    ],
    [
      'two meanings of one spelling',
      d =>
        d.tagSchema.requirements.push({
          key: 'stage',
          variants: ['Environment'],
          required: false,
        }),
      undefined,
      'tagSchema.requirements[1]',
      /means "env"/,
    ],
    [
      'an allowed value in other letters',
      d => d.tagSchema.requirements[0].allowedValues.push('Test'),
      undefined,
      'tagSchema.requirements[0]',
      /lower-case/,
    ],
    [
      'a spelling of a value that is not allowed',
      d => (d.tagSchema.requirements[0].valueVariants.t = 'test'),
      undefined,
      'tagSchema.requirements[0]',
      /not allowed/,
    ],
    [
      'a virtual tag that the schema writes otherwise',
      d => (d.tagSchema.virtual[0].key = 'environment'),
      undefined,
      'tagSchema.virtual[0]',
      /"env"/,
    ],
    ['version 0', d => (d.version = 0), undefined, 'version', /begins with 1/],
  ])('refuses %s, and says where', (_, spoil, rule, at, message) => {
    expect(problemsOf(spoilt(spoil))).toEqual([
      { rule, at, message: expect.stringMatching(message) },
    ]);
  });

  it('says in one sentence what is wrong first, and how much more there is', () => {
    expect(() =>
      parseRuleSet(
        spoilt(d => {
          d.rules[1].order = 1.5;
          d.rules[1].id = 'No';
        }),
      ),
    ).toThrow(/^Rule No: rules\[1\]\.id may have .* 1 more to change\.$/);
  });

  it.each([null, [], 'x', {}, { rules: 1 }])('refuses %j', json => {
    expect(problemsOf(json).length).toBeGreaterThan(0);
  });
});
