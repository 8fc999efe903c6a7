import type { AllocationRule } from '../api';
import {
  fromRuleForm,
  isRuleFormComplete,
  toRuleForm,
  type RuleForm,
} from './RuleForm';

const rule = (
  effect: AllocationRule['effect'],
  conditions: AllocationRule['conditions'] = [
    { on: 'serviceName', anyOf: ['A*', 'B'] },
  ],
): AllocationRule => ({
  id: 'one',
  name: 'One',
  order: 10,
  enabled: true,
  conditions,
  effect,
});

const RULES: [string, AllocationRule][] = [
  [
    'a customer, its site and a tag for the team',
    rule({
      kind: 'direct',
      set: {
        tenant: { value: 'acme' },
        site: { value: 'site_1' },
        team: { tag: 'team' },
      },
    }),
  ],
  [
    'what is not tagged so',
    rule({ kind: 'direct', set: { project: { value: 'moon' } } }, [
      { on: 'tag', tag: 'env', anyOf: ['prod'], not: true },
      { on: 'regionId', anyOf: ['eu-*'] },
    ]),
  ],
  ['everything', rule({ kind: 'direct', set: { team: { value: 'a' } } }, [])],
  [
    'even shares of all',
    rule({
      kind: 'shared',
      split: { by: 'even', among: { all: 'with-direct-cost' } },
    }),
  ],
  [
    'shares by direct cost of some',
    rule({
      kind: 'shared',
      split: { by: 'direct-cost', among: { tenants: ['acme', 'birch'] } },
      set: { costCentre: { value: '4711' } },
    }),
  ],
  [
    'weights',
    rule({
      kind: 'shared',
      split: { by: 'weights', weights: { acme: '2', birch: '0.5' } },
    }),
  ],
  [
    'a metric',
    rule({ kind: 'shared', split: { by: 'metric', metric: 'requests' } }),
  ],
];

describe('RuleForm', () => {
  it.each(RULES)('gives back a rule as it was: %s', (_, original) => {
    const form = toRuleForm(original);
    expect(isRuleFormComplete(form)).toBe(true);
    expect(fromRuleForm(form, original)).toEqual(original);
  });

  const complete = toRuleForm(RULES[0][1]);
  it.each<[string, Partial<RuleForm>]>([
    ['a name', { name: '  ' }],
    [
      'patterns',
      {
        conditions: [{ on: 'regionId', tag: '', patterns: ' ', isNot: false }],
      },
    ],
    [
      'the key of the tag it looks at',
      { conditions: [{ on: 'tag', tag: '', patterns: 'a', isNot: false }] },
    ],
    [
      'the customer of a site',
      {
        targets: { ...complete.targets, tenant: { kind: 'none', text: '' } },
      },
    ],
    [
      'what is chosen to be set',
      { targets: { ...complete.targets, team: { kind: 'value', text: '' } } },
    ],
    ['customers to share', { kind: 'shared', isAmongAll: false }],
    [
      'a weight above zero',
      {
        kind: 'shared',
        split: 'weights',
        sharers: [{ tenant: 'acme', weight: '0' }],
      },
    ],
    [
      'weights that are decimals',
      {
        kind: 'shared',
        split: 'weights',
        sharers: [{ tenant: 'acme', weight: '1,5' }],
      },
    ],
    ['a metric', { kind: 'shared', split: 'metric' }],
  ])('is not complete without %s', (_, part) => {
    expect(isRuleFormComplete({ ...complete, ...part })).toBe(false);
  });
});
