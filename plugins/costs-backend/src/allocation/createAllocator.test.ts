import { ruleSet } from './__testUtils__/chargesTable';
import type { AllocationKey } from './AllocationKey';
import type { Directory } from './Assignment';
import { createAllocator } from './createAllocator';
import type { AllocationRule, DirectEffect, SharedEffect } from './RuleSet';

const directory: Directory = {
  customers: new Set(['acme', 'birch']),
  sites: new Map([
    ['acme', new Set(['site_1', 'site_2'])],
    ['birch', new Set(['site_3'])],
  ]),
};

function key(
  tags: Record<string, string>,
  others: Partial<AllocationKey> = {},
): AllocationKey {
  return {
    serviceProviderName: 'Amazon Web Services',
    billingAccountId: 'payer',
    subAccountId: '111',
    subAccountName: null,
    resourceId: null,
    resourceName: 'shop-database',
    resourceType: null,
    serviceName: null,
    serviceCategory: 'Databases',
    regionId: null,
    chargeCategory: 'Usage',
    tags,
    ...others,
  };
}

let order = 0;
const rule = (
  id: string,
  effect: DirectEffect['set'] | SharedEffect,
  rest: Partial<AllocationRule> = {},
): AllocationRule => ({
  id,
  name: id,
  order: order++,
  enabled: true,
  conditions: [],
  effect:
    'kind' in effect
      ? (effect as SharedEffect)
      : { kind: 'direct', set: effect },
  ...rest,
});

function assign(rules: AllocationRule[], of: AllocationKey) {
  return createAllocator(ruleSet(rules), directory)(of).assignment;
}

const toAcme = { tenant: { value: 'acme' } };
const toBirch = { tenant: { value: 'birch' } };
const evenly: SharedEffect = {
  kind: 'shared',
  split: { by: 'even', among: { tenants: ['acme', 'birch'] } },
};

describe('createAllocator', () => {
  it('goes by the labels of our stacks before any rule', () => {
    expect(
      assign([rule('r', toBirch)], key({ tenant: 'acme', site: 'site_1' })),
    ).toEqual({ method: 'label', tenant: 'acme', site: 'site_1' });
  });

  it.each<Record<string, string>>([
    { Tenant: 'acme' },
    { 'user:tenant': 'acme' },
    { 'resourceTags/user:tenant': 'acme' },
    { 'resourceTags/tenant': 'acme' },
    { user_tenant: 'acme' },
    { resource_tags_user_tenant: 'acme' },
    { ' tenant': ' Acme ' },
  ])('reads the label as %j', tags => {
    expect(assign([], key(tags))).toMatchObject({
      method: 'label',
      tenant: 'acme',
    });
  });

  it.each<[Record<string, string>, string, string]>([
    [{ tenant: 'acmee' }, 'unknown-customer', 'acmee'],
    [{ tenant: 'acme', site: 'site_3' }, 'unknown-site', 'acme/site_3'],
    [{ tenant: 'constructor' }, 'unknown-customer', 'constructor'],
  ])('leaves %j to nobody, whatever the rules say', (tags, reason, detail) => {
    expect(assign([rule('r', toBirch)], key(tags))).toEqual({
      method: 'none',
      reason,
      detail,
    });
  });

  it.each<Record<string, string>>([{ site: 'site_1' }, { tenant: '' }, {}])(
    'takes %j for no label',
    tags => {
      expect(assign([], key(tags))).toEqual({
        method: 'none',
        reason: 'no-rule',
      });
    },
  );

  it('knows the business itself as a customer', () => {
    expect(
      assign([rule('r', { tenant: { value: 'default' } })], key({})),
    ).toEqual({ method: 'rule', ruleId: 'r', tenant: 'default' });
  });

  it('asks rules in their order, and by id where that is the same', () => {
    const late = rule('a', toAcme, { order: 2 });
    const early = rule('b', toBirch, { order: 1 });
    expect(assign([late, early], key({}))).toMatchObject({ ruleId: 'b' });
    expect(
      assign([rule('z', toAcme, { order: 1 }), early], key({})),
    ).toMatchObject({ ruleId: 'b' });
  });

  it('asks neither rules that are switched off nor those whose conditions do not all hold', () => {
    const rules = [
      rule('off', toAcme, { enabled: false }),
      rule('half', toAcme, {
        conditions: [
          { on: 'resourceName', anyOf: ['SHOP-*'] },
          { on: 'subAccountId', anyOf: ['222', '333'] },
        ],
      }),
      rule('lacks', toAcme, { conditions: [{ on: 'regionId', anyOf: ['*'] }] }),
      rule('whole', toBirch, {
        conditions: [
          { on: 'resourceName', anyOf: ['SHOP-*'] },
          { on: 'subAccountId', anyOf: ['222', '333'], not: true },
          { on: 'regionId', anyOf: ['*'], not: true },
        ],
      }),
    ];
    expect(assign(rules, key({}))).toMatchObject({ ruleId: 'whole' });
  });

  it('lets each dimension be set by the first rule that sets it', () => {
    const rules = [
      rule('team', { team: { value: 'platform' } }),
      rule('centre', {
        costCentre: { tag: 'CostCenter' },
        project: { tag: 'absent' },
      }),
      rule('customer', { ...toAcme, team: { value: 'other' } }),
      rule('late', { ...toBirch, project: { value: 'shop' } }),
    ];
    expect(assign(rules, key({ CostCenter: '1234' }))).toEqual({
      method: 'rule',
      ruleId: 'customer',
      tenant: 'acme',
      team: 'platform',
      costCentre: '1234',
      project: 'shop',
    });
    expect(assign(rules.slice(0, 2), key({ CostCenter: '1234' }))).toEqual({
      method: 'none',
      reason: 'no-rule',
      team: 'platform',
      costCentre: '1234',
    });
  });

  it('lets a rule add the site to a customer that a label named, if it names the same one', () => {
    const site = (tenant: string, name: string) =>
      rule('site', { tenant: { value: tenant }, site: { value: name } });
    const of = key({ tenant: 'acme' });
    expect(assign([site('acme', 'site_2')], of)).toEqual({
      method: 'label',
      tenant: 'acme',
      site: 'site_2',
    });
    expect(assign([site('birch', 'site_3')], of)).toEqual({
      method: 'label',
      tenant: 'acme',
    });
  });

  it('takes the customer, and the site, from the value of a tag', () => {
    const rules = [
      rule('tags', { tenant: { tag: 'client' }, site: { tag: 'web' } }),
    ];
    expect(
      assign(rules, key({ client: 'Birch', web: 'site_3' })),
    ).toMatchObject({ tenant: 'birch', site: 'site_3' });
    expect(assign(rules, key({ client: 'oak' }))).toEqual({
      method: 'none',
      reason: 'unknown-customer',
      detail: 'oak',
      ruleId: 'tags',
    });
    expect(assign(rules, key({}))).toEqual({
      method: 'none',
      reason: 'no-rule',
    });
  });

  it('shares what no label and no rule before has laid to one customer', () => {
    const shared = rule('shared', {
      ...evenly,
      set: { team: { value: 'all' } },
    });
    expect(assign([shared, rule('late', toAcme)], key({}))).toEqual({
      method: 'split',
      ruleId: 'shared',
      split: evenly.split,
      team: 'all',
    });
    expect(assign([shared], key({ tenant: 'acme' }))).toMatchObject({
      method: 'label',
    });
  });

  it('shares nothing with a customer that there is not', () => {
    const shared = rule('shared', {
      kind: 'shared',
      split: { by: 'weights', weights: { acme: '1', oak: '1' } },
    });
    expect(assign([shared], key({}))).toEqual({
      method: 'none',
      reason: 'unknown-customer',
      detail: 'oak',
      ruleId: 'shared',
    });
  });

  it('puts tags right before it asks labels and rules', () => {
    const allocate = createAllocator(
      ruleSet(
        [
          rule('virtual', toBirch, {
            conditions: [{ on: 'tag', tag: 'kind', anyOf: ['database'] }],
          }),
        ],
        {
          accounts: [{ accountId: '222', tags: { tenant: 'acme' } }],
          virtual: [
            {
              id: 'v',
              conditions: [{ on: 'serviceCategory', anyOf: ['databases'] }],
              key: 'kind',
              value: 'database',
            },
          ],
        },
      ),
      directory,
    );
    expect(allocate(key({})).assignment).toMatchObject({ ruleId: 'virtual' });
    expect(allocate(key({}, { subAccountId: '222' })).assignment).toMatchObject(
      { method: 'label', tenant: 'acme' },
    );
  });
});
