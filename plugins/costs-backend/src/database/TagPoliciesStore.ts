import { ConflictError } from '@backstage/errors';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import {
  NO_TAG_POLICY,
  type OlderTagPeriod,
  type TagPolicy,
} from '../tags/TagPolicy';
import type { TagSchema } from '../tags/TagSchema';

const UNIQUE_VIOLATION = '23505';

/** What to do when two people change the policy at once. */
export const CHANGED_MEANWHILE =
  'Somebody else changed the tag policy meanwhile. Load it again and make your change to what it says now.';

/**
 * Versions of the tag policy. They are the business's own, so every method
 * takes a transaction of its door.
 */
export class TagPoliciesStore {
  /** The newest version, which is in force. */
  async find(trx: TenantTransaction): Promise<TagPolicy> {
    const row = await trx('tag_policies')
      .where({ tenant_id: BUSINESS_TENANT })
      .orderBy('version', 'desc')
      .first();
    return row ? toPolicy(row) : NO_TAG_POLICY;
  }

  /** @throws ConflictError when somebody else made the version meanwhile */
  async insert(
    trx: TenantTransaction,
    policy: { version: number; schema: TagSchema; createdBy: string },
  ): Promise<TagPolicy> {
    try {
      const [row] = await trx('tag_policies')
        .insert({
          tenant_id: BUSINESS_TENANT,
          version: policy.version,
          schema: JSON.stringify(policy.schema),
          created_by: policy.createdBy,
        })
        .returning('*');
      return toPolicy(row);
    } catch (error) {
      throw (error as { code?: string }).code === UNIQUE_VIOLATION
        ? new ConflictError(CHANGED_MEANWHILE)
        : error;
    }
  }

  /** Periods that were allocated by another version, newest first. */
  async listOlderPeriods(
    trx: TenantTransaction,
    version: number,
  ): Promise<OlderTagPeriod[]> {
    const { rows } = await trx.raw(
      `select period.source_id, source.name, billing_period::text as period,
              tag_policy_version as version
         from source_periods period
         join cost_sources source using (tenant_id, source_id)
        where tenant_id = ? and tag_policy_version <> ?
        order by billing_period desc, source.name`,
      [BUSINESS_TENANT, version],
    );
    return rows.map((row: Record<string, any>) => ({
      sourceId: row.source_id,
      sourceName: row.name,
      billingPeriod: row.period,
      version: row.version,
    }));
  }
}

function toPolicy(row: Record<string, any>): TagPolicy {
  return {
    version: row.version,
    schema: row.schema,
    createdBy: row.created_by,
    createdAt: row.created_at,
  };
}
