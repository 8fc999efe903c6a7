import type { HeldCost } from '../database/HeldCostsStore';
import { SimulationService } from './SimulationService';

const held: HeldCost = {
  fields: [],
  tags: null,
  source: 'aws',
  billingPeriod: '2026-09-01',
  currency: 'EUR',
  tenant: 'default',
  site: null,
  team: null,
  costCentre: null,
  project: null,
  method: 'none',
  ruleId: null,
  cost: '1',
  absoluteCost: '1',
  rows: 1n,
};

/** Tries a draft without rules on what `list` finds. */
function simulate(list: () => Promise<HeldCost[]>) {
  const inTransaction = (_: string, work: (trx: unknown) => unknown) =>
    work(undefined);
  const service = SimulationService.create({
    database: {
      transaction: inTransaction,
      acrossTenants: async (_: string, work: (trx: unknown) => unknown) =>
        work(undefined),
    } as never,
    directory: {
      read: async () => ({ customers: new Set(), sites: new Map() }),
    },
    heldCosts: { list } as never,
    ruleSets: { find: async () => ({ version: 2, rules: [] }) } as never,
    rules: {
      readActive: async () => ({
        version: 1,
        rules: [],
        tagSchema: { requirements: [], accounts: [], virtual: [] },
      }),
    },
  });
  return service.simulateDraft(['2026-09-01']);
}

describe('SimulationService', () => {
  it('lets others have their turn while it works, and ends in time', async () => {
    const result = simulate(async () =>
      Array.from({ length: 20_000 }, (_, place) => ({
        ...held,
        tags: `{"place":"${place}"}`,
      })),
    );
    let turns = 0;
    const ticking = setInterval(() => {
      turns += 1;
    }, 1);
    await expect(result).resolves.toMatchObject({ moves: [] });
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(0);
  });

  it('asks for fewer months where there is more than it takes', async () => {
    await expect(
      simulate(async () => new Array(100_001).fill(held)),
    ).rejects.toThrow('Choose fewer months');
  });

  it('asks for fewer months where PostgreSQL took too long, and hides no other fault', async () => {
    const fail = (code: string) => async () => {
      throw Object.assign(new Error('canceled'), { code });
    };
    await expect(simulate(fail('57014'))).rejects.toThrow(
      'Choose fewer months',
    );
    await expect(simulate(fail('42501'))).rejects.toThrow('canceled');
  });
});
