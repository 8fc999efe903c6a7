import { InputError, NotFoundError } from '@backstage/errors';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { TenantDatabase } from '@freehold/plugin-tenancy-node';
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  compareTenants,
  type TenantTotals,
} from '../allocation/compareTenants';
import { coverageOf, type Coverage } from '../allocation/coverage';
import { coverageSumsOf } from '../allocation/coverageSumsOf';
import { distributeCosts } from '../allocation/distributeCosts';
import { gatherHeldCosts } from '../allocation/gatherHeldCosts';
import { movesBetween, type Move } from '../allocation/movesBetween';
import type { RuleSet } from '../allocation/RuleSet';
import { fieldsInUse } from '../allocation/workspace/keyColumns';
import type { HeldCost, HeldCostsStore } from '../database/HeldCostsStore';
import type { RuleSetsStore } from '../database/RuleSetsStore';
import type { SiteDirectory } from '../imports/SiteDirectory';
import type { RuleSetsService } from './RuleSetsService';

/** What would be otherwise, if the draft were in force. */
export interface Simulation {
  version: number;
  customers: TenantTotals[];
  moves: Move[];
  coverage: { before: Coverage[]; after: Coverage[] };
}

/** Sums that rules tell apart; a million charges have some ten thousand. */
const MOST_SUMS = 100_000;
const QUESTION_MS = 20_000;
const WORK_MS = 20_000;
const QUERY_CANCELED = '57014';

/** Tries rules out before they are in force. Callers have been authorized before. */
export class SimulationService {
  static create(options: {
    database: TenantDatabase;
    directory: Pick<SiteDirectory, 'read'>;
    heldCosts: HeldCostsStore;
    ruleSets: Pick<RuleSetsStore, 'find'>;
    rules: Pick<RuleSetsService, 'readActive'>;
  }): SimulationService {
    return new SimulationService(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof SimulationService.create>[0],
  ) {}

  /**
   * Holds the draft against what charges of these billing periods are laid to
   * now. Nothing is changed.
   *
   * @throws NotFoundError when there is no draft, InputError when it is too much
   */
  async simulateDraft(billingPeriods: readonly string[]): Promise<Simulation> {
    const { database, directory, ruleSets, rules } = this.deps;
    const active = await rules.readActive();
    const draft = await database.transaction(BUSINESS_TENANT, trx =>
      ruleSets.find(trx, 'draft'),
    );
    if (!draft) {
      throw new NotFoundError(
        'There is no draft of the allocation rules to try. Change a rule to begin one.',
      );
    }
    const after: RuleSet = {
      version: draft.version,
      rules: draft.rules,
      tagSchema: active.tagSchema,
    };
    // Those of both, so that what one of them tells apart is not taken for one.
    const fields = fieldsInUse({
      ...after,
      rules: [...active.rules, ...after.rules],
    });
    const held = gatherHeldCosts(
      fields,
      await this.readHeld(fields, billingPeriods),
    );
    const distributions = await distributeCosts(after, {
      keys: held.keys,
      directory: await directory.read(),
      pause: pauseUntil(Date.now() + WORK_MS),
    });
    return {
      version: draft.version,
      customers: compareTenants(held.distributions, distributions),
      moves: movesBetween(held.distributions, distributions),
      coverage: {
        before: held.coverage.map(coverageOf),
        after: coverageSumsOf(distributions).map(coverageOf),
      },
    };
  }

  private async readHeld(
    fields: Parameters<HeldCostsStore['list']>[1]['fields'],
    billingPeriods: readonly string[],
  ): Promise<HeldCost[]> {
    const { database, heldCosts } = this.deps;
    const held = await database
      .acrossTenants('try allocation rules out for staff', trx =>
        heldCosts.list(trx, {
          fields,
          billingPeriods,
          limit: MOST_SUMS + 1,
          timeoutMs: QUESTION_MS,
        }),
      )
      .catch(error => {
        throw error.code === QUERY_CANCELED ? tooMuch() : error;
      });
    if (held.length > MOST_SUMS) {
      throw tooMuch();
    }
    return held;
  }
}

function pauseUntil(deadline: number): () => Promise<void> {
  return async () => {
    await nextTurn();
    if (Date.now() > deadline) {
      throw tooMuch();
    }
  };
}

function tooMuch(): InputError {
  return new InputError(
    'These months have more charges than rules can be tried on at once. Choose fewer months.',
  );
}
