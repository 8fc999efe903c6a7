import { ConflictError, NotFoundError } from '@backstage/errors';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type {
  TenantDatabase,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import { isDeepStrictEqual } from 'node:util';
import { fieldsInUse, KEY_COLUMNS } from '../allocation/workspace/keyColumns';
import type { CostsAudit } from '../audit/CostsAudit';
import type { TaggedChargesStore } from '../database/TaggedChargesStore';
import {
  CHANGED_MEANWHILE,
  type TagPoliciesStore,
} from '../database/TagPoliciesStore';
import { assertDay } from '../domain/CostQuery';
import { parseTagSchema } from '../tags/parseTagSchema';
import {
  previewCompliance,
  type PreviewedKey,
} from '../tags/previewCompliance';
import type { OlderTagPeriod, TagPolicy } from '../tags/TagPolicy';
import type { TagSchema } from '../tags/TagSchema';

/** Sets of tags that a preview looks at, the dearest ones first. */
const MOST_PREVIEWED = 20_000;

/** A policy, and the periods that were allocated by another version of it. */
export interface FoundTagPolicy {
  policy: TagPolicy;
  olderPeriods: OlderTagPeriod[];
}

/** What a policy would say of the charges of a period. */
export interface TagPolicyPreview {
  billingPeriod: string;
  keys: PreviewedKey[];
  /** All there is to look at, by currency; the preview may have seen less. */
  costs: { currency: string; cost: string }[];
}

/** Which tags there ought to be. Callers have been authorized before. */
export class TagPolicyService {
  static create(options: {
    audit: CostsAudit;
    database: TenantDatabase;
    tagPolicies: TagPoliciesStore;
    taggedCharges: TaggedChargesStore;
  }): TagPolicyService {
    return new TagPolicyService(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof TagPolicyService.create>[0],
  ) {}

  async getTagPolicy(): Promise<FoundTagPolicy> {
    return this.deps.database.transaction(BUSINESS_TENANT, trx =>
      this.find(trx),
    );
  }

  /**
   * Makes a new version, which imports go by from now on; one that says the
   * same as the last is none.
   *
   * @param change.basedOn - the version that was changed
   * @throws InvalidTagPolicyError, ConflictError when there is a newer version
   */
  async setTagPolicy(change: {
    schema: unknown;
    basedOn?: number;
    by: string;
  }): Promise<FoundTagPolicy> {
    const { audit, database, tagPolicies } = this.deps;
    const schema = parseTagSchema(change.schema);
    return database.transaction(BUSINESS_TENANT, async trx => {
      const before = await tagPolicies.find(trx);
      if (!isDeepStrictEqual(schema, before.schema)) {
        if ((change.basedOn ?? before.version) !== before.version) {
          throw new ConflictError(CHANGED_MEANWHILE);
        }
        const after = await tagPolicies.insert(trx, {
          version: before.version + 1,
          schema,
          createdBy: change.by,
        });
        await audit.tagPolicySet(trx, { before, after });
      }
      return this.find(trx);
    });
  }

  /**
   * What a policy would say of a period, the newest unless told. Nothing is
   * changed.
   *
   * @throws InvalidTagPolicyError, NotFoundError where there are no charges
   */
  async previewTagPolicy(asked: {
    schema: unknown;
    billingPeriod?: string;
  }): Promise<TagPolicyPreview> {
    const { database, tagPolicies, taggedCharges } = this.deps;
    const then = parseTagSchema(asked.schema);
    if (asked.billingPeriod) {
      assertDay(asked.billingPeriod);
    }
    const { schema: now } = await database.transaction(BUSINESS_TENANT, trx =>
      tagPolicies.find(trx),
    );
    const fields = fieldsOf(now, then);
    return database.acrossTenants('preview a tag policy', async trx => {
      const billingPeriod =
        asked.billingPeriod ?? (await taggedCharges.findNewestPeriod(trx));
      if (!billingPeriod) {
        throw new NotFoundError(
          'There are no charges to try the policy on. Import a file first.',
        );
      }
      const charges = await taggedCharges.listDearest(trx, billingPeriod, {
        columns: fields.map(field => KEY_COLUMNS[field]),
        limit: MOST_PREVIEWED,
      });
      return {
        billingPeriod,
        keys: previewCompliance(charges, fields, { now, then }),
        costs: await taggedCharges.sum(trx, billingPeriod),
      };
    });
  }

  private async find(trx: TenantTransaction): Promise<FoundTagPolicy> {
    const { tagPolicies } = this.deps;
    const policy = await tagPolicies.find(trx);
    return {
      policy,
      olderPeriods: await tagPolicies.listOlderPeriods(trx, policy.version),
    };
  }
}

function fieldsOf(now: TagSchema, then: TagSchema) {
  const both: TagSchema = {
    requirements: [],
    accounts: [...now.accounts, ...then.accounts],
    virtual: [...now.virtual, ...then.virtual],
  };
  return fieldsInUse({ version: 0, rules: [], tagSchema: both });
}
