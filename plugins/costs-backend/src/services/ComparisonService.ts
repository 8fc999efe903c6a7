import type { TenantScope } from '@freehold/plugin-tenancy-node';
import type { ChangesStore } from '../database/ChangesStore';
import type { CostsDoor } from '../database/CostsDoor';
import type { ComparisonStore } from '../database/ComparisonStore';
import type { ResourceCost, ResourcesStore } from '../database/ResourcesStore';
import type {
  ComparedRange,
  ComparedSum,
  ComparisonQuery,
} from '../domain/Comparison';
import { explainChanges, type CurrencyChange } from '../domain/CostChange';
import { assertRange } from '../domain/CostQuery';

/** More are not read, and each is looked into charge by charge. */
const SERVICES = 5;
const RESOURCES_OF_SERVICE = 3;

/** What two spans of days cost, and why not the same. Callers have been authorized before. */
export class ComparisonService {
  static create(options: {
    changes: ChangesStore;
    comparisons: ComparisonStore;
    door: CostsDoor;
    resources: ResourcesStore;
  }): ComparisonService {
    return new ComparisonService(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof ComparisonService.create>[0],
  ) {}

  /** @throws InputError about the ranges */
  async compareCosts(
    scope: TenantScope,
    query: Omit<ComparisonQuery, 'first'> & { customer?: string },
  ): Promise<ComparedSum[]> {
    const { comparisons, door } = this.deps;
    assertRanges(query);
    const found = await door.read(
      { scope, customer: query.customer, purpose: 'compare costs for staff' },
      (trx, tenant) =>
        comparisons.compare(trx, { ...query, first: 'dearest' }, tenant),
    );
    return found ?? [];
  }

  /**
   * Which services changed most, which of their resources, and why.
   *
   * @throws InputError about the ranges
   */
  async explainChanges(
    scope: TenantScope,
    range: ComparedRange & { customer?: string },
  ): Promise<CurrencyChange[]> {
    const { changes, comparisons, door } = this.deps;
    assertRanges(range);
    const found = await door.read(
      { scope, customer: range.customer, purpose: 'explain costs to staff' },
      async (trx, tenant) => {
        const services = await comparisons.compare(
          trx,
          {
            ...range,
            groupBy: 'service_name',
            top: SERVICES,
            first: 'most-changed',
          },
          tenant,
        );
        const named = services.filter(({ isRest }) => !isRest);
        if (named.length === 0) return [];
        const filters = new Map(range.filters).set('service_name', [
          ...new Set(named.map(({ value }) => value ?? '')),
        ]);
        return explainChanges(
          services,
          await changes.explain(
            trx,
            { ...range, filters, top: RESOURCES_OF_SERVICE },
            tenant,
          ),
        );
      },
    );
    return found ?? [];
  }

  /** @throws InputError about the ranges */
  async listTopResources(
    scope: TenantScope,
    range: ComparedRange & { customer?: string; top: number },
  ): Promise<ResourceCost[]> {
    const { door, resources } = this.deps;
    assertRanges(range);
    const found = await door.read(
      { scope, customer: range.customer, purpose: 'list resources for staff' },
      (trx, tenant) => resources.listTop(trx, range, tenant),
    );
    return found ?? [];
  }
}

function assertRanges(range: ComparedRange): void {
  assertRange(range);
  assertRange(range.compared);
}
