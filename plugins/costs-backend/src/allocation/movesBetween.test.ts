import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { ruleSet } from './__testUtils__/chargesTable';
import type { AllocationRule } from './RuleSet';
import { distributeCosts, type KeySums } from './distributeCosts';
import { movesBetween, type Move } from './movesBetween';

const directory = {
  customers: new Set(['acme', 'birch', 'cedar']),
  sites: new Map([['acme', new Set(['site_1'])]]),
};

const rule = (
  id: string,
  category: string,
  effect: AllocationRule['effect'],
): AllocationRule => ({
  id,
  name: id,
  order: 1,
  enabled: true,
  conditions: [{ on: 'serviceCategory', anyOf: [category] }],
  effect,
});
const direct = (tenant: string, category: string) =>
  rule(`${tenant}-${category}`, category, {
    kind: 'direct',
    set: { tenant: { value: tenant } },
  });
const evenly = (category: string, ...tenants: string[]) =>
  rule(`even-${category}`, category, {
    kind: 'shared',
    split: { by: 'even', among: { tenants } },
  });
const byCost = (category: string) =>
  rule(`cost-${category}`, category, {
    kind: 'shared',
    split: { by: 'direct-cost', among: { all: 'with-direct-cost' } },
  });

function of(
  serviceCategory: string,
  cost: string,
  tags: Record<string, string> = {},
  currency = 'EUR',
): KeySums {
  return {
    key: {
      serviceProviderName: null,
      billingAccountId: null,
      subAccountId: null,
      subAccountName: null,
      resourceId: null,
      resourceName: null,
      resourceType: null,
      serviceName: null,
      serviceCategory,
      regionId: null,
      chargeCategory: null,
      tags,
    },
    sums: [
      {
        source: 'aws',
        billingPeriod: '2026-01-01',
        currency,
        cost,
        absoluteCost: new Decimal(cost).abs().toFixed(),
        rows: 1n,
      },
    ],
  };
}

const moves = async (
  before: AllocationRule[],
  after: AllocationRule[],
  keys: KeySums[],
) =>
  movesBetween(
    await distributeCosts(ruleSet(before), { keys, directory }),
    await distributeCosts(ruleSet(after), { keys, directory }),
  );

const tenants = (all: Move[]) =>
  all
    .filter(({ dimension }) => dimension === 'tenant')
    .map(({ currency, from, to, cost }) => [currency, from, to, cost]);

describe('movesBetween', () => {
  it('moves nothing where the rules decide the same', async () => {
    expect(
      await moves([direct('acme', 'A')], [direct('acme', 'A')], [of('A', '5')]),
    ).toEqual([]);
  });

  it('tells what moves from whom to whom, by currency', async () => {
    expect(
      tenants(
        await moves(
          [direct('acme', 'A'), direct('birch', 'B')],
          [direct('birch', 'A')],
          [
            of('A', '0.1'),
            of('A', '0.2', { a: '1' }),
            of('A', '7', {}, 'USD'),
            of('B', '3'),
          ],
        ),
      ),
    ).toEqual([
      ['EUR', 'acme', 'birch', '0.3'],
      ['EUR', 'birch', null, '3'],
      ['USD', 'acme', 'birch', '7'],
    ]);
  });

  it('moves a credit as the negative cost it is', async () => {
    expect(
      tenants(
        await moves(
          [direct('acme', 'A')],
          [direct('birch', 'A')],
          [of('A', '-4')],
        ),
      ),
    ).toEqual([['EUR', 'acme', 'birch', '-4']]);
  });

  it('tells of what becomes shared, and of what is shared in other parts', async () => {
    const acme = of('C', '3', { tenant: 'acme' });
    const birch = of('C', '1', { tenant: 'birch' });
    expect(
      tenants(
        await moves(
          [evenly('A', 'acme', 'birch')],
          [byCost('A')],
          [acme, birch, of('A', '100')],
        ),
      ),
    ).toEqual([['EUR', 'birch', 'acme', '25']]);
    expect(
      tenants(
        await moves(
          [],
          [evenly('A', 'acme', 'birch', 'cedar')],
          [of('A', '1')],
        ),
      ),
    ).toEqual([
      ['EUR', null, 'acme', '0.3333333334'],
      ['EUR', null, 'birch', '0.3333333333'],
      ['EUR', null, 'cedar', '0.3333333333'],
    ]);
  });

  it('tells of each dimension by itself', async () => {
    const set = (team: string): AllocationRule =>
      rule('set', 'A', {
        kind: 'direct',
        set: {
          tenant: { value: 'acme' },
          site: { value: 'site_1' },
          team: { value: team },
        },
      });
    expect(
      await moves([direct('acme', 'A')], [set('core')], [of('A', '2')]),
    ).toEqual([
      {
        dimension: 'site',
        currency: 'EUR',
        from: null,
        to: 'acme/site_1',
        cost: '2',
      },
      {
        dimension: 'team',
        currency: 'EUR',
        from: null,
        to: 'core',
        cost: '2',
      },
    ]);
    expect(await moves([set('core')], [set('web')], [of('A', '2')])).toEqual([
      {
        dimension: 'team',
        currency: 'EUR',
        from: 'core',
        to: 'web',
        cost: '2',
      },
    ]);
  });

  it('tells which rule moves it, and which one no longer holds it', async () => {
    expect(
      await moves(
        [direct('acme', 'A')],
        [direct('birch', 'B')],
        [of('A', '1'), of('B', '2')],
      ),
    ).toEqual([
      expect.objectContaining({ from: null, to: 'birch', ruleId: 'birch-B' }),
      expect.objectContaining({ from: 'acme', to: null, ruleId: 'acme-A' }),
    ]);
  });

  it('moves back to the last digit what it moved', async () => {
    const anyRule = fc
      .tuple(
        fc.constantFrom('A', 'B'),
        fc.constantFrom('acme', 'birch', 'cedar'),
      )
      .chain(([category, tenant]) =>
        fc.constantFrom(
          direct(tenant, category),
          evenly(category, tenant, 'acme', 'birch'),
          byCost(category),
        ),
      );
    const rules = fc.uniqueArray(anyRule, {
      selector: ({ id }) => id,
      maxLength: 3,
    });
    const keys = fc.array(
      fc
        .tuple(
          fc.constantFrom('A', 'B', 'C'),
          fc.integer(),
          fc.constantFrom<Record<string, string>>(
            {},
            { tenant: 'acme' },
            { tenant: 'cedar' },
          ),
        )
        .map(([category, units, tags]) => of(category, `${units}e-7`, tags)),
      { maxLength: 6 },
    );
    const balance = (all: Move[]) => {
      const sums: Record<string, string> = {};
      for (const [, from, to, cost] of tenants(all) as string[][]) {
        sums[from] = new Decimal(sums[from] ?? 0).minus(cost).toFixed();
        sums[to] = new Decimal(sums[to] ?? 0).plus(cost).toFixed();
      }
      return sums;
    };
    await fc.assert(
      fc.asyncProperty(rules, rules, keys, async (before, after, all) => {
        const there = balance(await moves(before, after, all));
        const back = balance(await moves(after, before, all));
        for (const name of new Set([
          ...Object.keys(there),
          ...Object.keys(back),
        ])) {
          expect(
            new Decimal(there[name] ?? 0).plus(back[name] ?? 0).toFixed(),
          ).toBe('0');
        }
      }),
    );
  });
});
