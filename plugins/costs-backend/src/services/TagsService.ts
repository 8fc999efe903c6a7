import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type {
  TenantDatabase,
  TenantScope,
} from '@freehold/plugin-tenancy-node';
import type { CostsDoor } from '../database/CostsDoor';
import type { TagComplianceStore } from '../database/TagComplianceStore';
import type { TagPoliciesStore } from '../database/TagPoliciesStore';
import { assertDay, assertRange } from '../domain/CostQuery';
import type {
  CustomerCompliance,
  KeyCompliance,
  TagFix,
  TagFixFilter,
} from '../tags/TagCompliance';
import type { TagRequirement } from '../tags/TagSchema';

/** Keys that are offered to choose from. */
const MOST_KEYS = 500;
const ROWS_PER_PART = 2_000;

interface Page {
  offset: number;
  limit: number;
}

/** How customers' charges are tagged. Callers have been authorized before. */
export class TagsService {
  static create(options: {
    database: TenantDatabase;
    door: CostsDoor;
    tagCompliance: TagComplianceStore;
    tagPolicies: Pick<TagPoliciesStore, 'find'>;
  }): TagsService {
    return new TagsService(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof TagsService.create>[0],
  ) {}

  /**
   * By billing period and key, and what is asked of tags.
   *
   * @throws InputError about the range
   */
  async getTagCompliance(
    scope: TenantScope,
    asked: { customer?: string; from: string; to: string },
  ): Promise<{ requirements: TagRequirement[]; items: KeyCompliance[] }> {
    const { database, door, tagCompliance, tagPolicies } = this.deps;
    assertRange(asked);
    const purpose = 'show staff how charges are tagged';
    const items = await door.read(
      { scope, customer: asked.customer, purpose },
      (trx, tenant) => tagCompliance.listByKey(trx, asked, tenant),
    );
    const { schema } = await database.transaction(BUSINESS_TENANT, trx =>
      tagPolicies.find(trx),
    );
    return { requirements: schema.requirements, items: items ?? [] };
  }

  /** Of one billing period, those with most to fix first. */
  async listCustomerCompliance(
    scope: TenantScope,
    asked: Page & { customer?: string; billingPeriod: string; key?: string },
  ): Promise<{ items: CustomerCompliance[]; total: number }> {
    const { door, tagCompliance } = this.deps;
    assertDay(asked.billingPeriod);
    const purpose = 'show staff how charges are tagged';
    const found = await door.read(
      { scope, customer: asked.customer, purpose },
      (trx, tenant) => tagCompliance.listByCustomer(trx, asked, tenant),
    );
    return found ?? { items: [], total: 0 };
  }

  /** What to fix in which resource, what costs most first. */
  async listTagFixes(
    scope: TenantScope,
    asked: Page & TagFixFilter & { customer?: string },
  ): Promise<{ items: TagFix[]; total: number }> {
    const { door, tagCompliance } = this.deps;
    assertDay(asked.billingPeriod);
    const found = await door.read(
      {
        scope,
        customer: asked.customer,
        purpose: 'list tags to fix for staff',
      },
      (trx, tenant) => tagCompliance.listFixes(trx, asked, tenant),
    );
    return found ?? { items: [], total: 0 };
  }

  /** All there is to fix, in parts. */
  readTagFixes(
    scope: TenantScope,
    asked: TagFixFilter & { customer?: string },
  ): AsyncIterable<TagFix[]> {
    assertDay(asked.billingPeriod);
    return this.readParts(scope, asked);
  }

  /** Keys of tags that charges of a range have, most used first. */
  async listTagKeys(
    scope: TenantScope,
    asked: { customer?: string; from: string; to: string },
  ): Promise<string[]> {
    const { door, tagCompliance } = this.deps;
    assertRange(asked);
    const keys = await door.read(
      { scope, customer: asked.customer, purpose: 'list tags for staff' },
      (trx, tenant) => tagCompliance.listKeys(trx, asked, MOST_KEYS, tenant),
    );
    return keys ?? [];
  }

  private async *readParts(
    scope: TenantScope,
    asked: TagFixFilter & { customer?: string },
  ) {
    for (let offset = 0; ; offset += ROWS_PER_PART) {
      const { items } = await this.listTagFixes(scope, {
        ...asked,
        offset,
        limit: ROWS_PER_PART,
      });
      if (items.length === 0) {
        return;
      }
      yield items;
    }
  }
}
