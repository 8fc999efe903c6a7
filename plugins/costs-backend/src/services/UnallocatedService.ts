import { InputError } from '@backstage/errors';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { TenantDatabase } from '@freehold/plugin-tenancy-node';
import type { UnallocatedStore } from '../database/UnallocatedStore';
import { assertRange, type CostRange } from '../domain/CostQuery';
import type {
  UnallocatedBy,
  UnallocatedCost,
  UnallocatedSum,
} from '../domain/Unallocated';

const MOST_ITEMS = 200;

/** Looks into cost that is nobody's yet. Callers have been authorized before. */
export class UnallocatedService {
  static create(options: {
    database: TenantDatabase;
    unallocated: UnallocatedStore;
  }): UnallocatedService {
    return new UnallocatedService(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof UnallocatedService.create>[0],
  ) {}

  /**
   * The largest first, and what all of it comes to.
   *
   * @throws InputError about the range, or a tag that is missing
   */
  async listUnallocated(
    range: CostRange,
    options: { by: UnallocatedBy; tag?: string },
  ): Promise<{ items: UnallocatedCost[]; sums: UnallocatedSum[] }> {
    const { database, unallocated } = this.deps;
    assertRange(range);
    if (options.by === 'tag' && !options.tag) {
      throw new InputError(
        "Name the tag whose values are told apart, as 'tag', or ask by 'tag_key' for the tags there are.",
      );
    }
    return database.transaction(BUSINESS_TENANT, trx =>
      unallocated.list(trx, range, { ...options, limit: MOST_ITEMS }),
    );
  }
}
