import { NotFoundError } from '@backstage/errors';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import { randomUUID } from 'node:crypto';
import type { AllocationRule } from '../allocation/RuleSet';
import type { RuleSetHead, RuleSetVersion } from '../domain/RuleSetVersion';

/**
 * Versions of the allocation rules. They are the business's own, so every
 * method takes a transaction of its door, of the tenant `default`.
 */
export class RuleSetsStore {
  /** Lets one change of the versions at a time happen. */
  async lock(trx: TenantTransaction): Promise<void> {
    await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
      JSON.stringify(['costs.rule-sets']),
    ]);
  }

  /** Newest first, without their rules. */
  async list(trx: TenantTransaction): Promise<RuleSetHead[]> {
    const rows = await selectHeads(trx).orderBy('version', 'desc');
    return rows.map(toHead);
  }

  /** @throws NotFoundError */
  async get(trx: TenantTransaction, version: number): Promise<RuleSetVersion> {
    const row = await selectWhole(trx).where({ version }).first();
    if (!row) {
      throw new NotFoundError(
        `There is no version ${version} of the allocation rules`,
      );
    }
    return toVersion(row);
  }

  /** The one draft, or the one version in force. */
  async find(
    trx: TenantTransaction,
    state: 'draft' | 'active',
  ): Promise<RuleSetVersion | undefined> {
    const row = await selectWhole(trx).where({ state }).first();
    return row && toVersion(row);
  }

  /** Begins the next version. */
  async insertDraft(
    trx: TenantTransaction,
    draft: { rules: readonly AllocationRule[]; basedOn?: number; by: string },
  ): Promise<RuleSetVersion> {
    const [{ newest }] = await trx('allocation_rule_sets')
      .where({ tenant_id: BUSINESS_TENANT })
      .max({ newest: 'version' });
    const version = (newest ?? 0) + 1;
    await trx('allocation_rule_sets').insert({
      ...keyOf(version),
      state: 'draft',
      revision: randomUUID(),
      based_on: draft.basedOn,
      rules: JSON.stringify(draft.rules),
      created_by: draft.by,
      updated_by: draft.by,
    });
    return this.get(trx, version);
  }

  async updateDraft(
    trx: TenantTransaction,
    version: number,
    draft: { rules: readonly AllocationRule[]; by: string },
  ): Promise<RuleSetVersion> {
    await trx('allocation_rule_sets')
      .where(keyOf(version))
      .update({
        revision: randomUUID(),
        rules: JSON.stringify(draft.rules),
        updated_by: draft.by,
        updated_at: trx.fn.now(),
      });
    return this.get(trx, version);
  }

  async delete(trx: TenantTransaction, version: number): Promise<void> {
    await trx('allocation_rule_sets').where(keyOf(version)).delete();
  }

  /** Retires what is in force, and lets the draft take its place. */
  async activate(
    trx: TenantTransaction,
    version: number,
    { by, comment }: { by: string; comment: string },
  ): Promise<RuleSetVersion> {
    await trx('allocation_rule_sets')
      .where({ tenant_id: BUSINESS_TENANT, state: 'active' })
      .update({ state: 'retired', retired_at: trx.fn.now() });
    await trx('allocation_rule_sets').where(keyOf(version)).update({
      state: 'active',
      comment,
      activated_by: by,
      activated_at: trx.fn.now(),
    });
    return this.get(trx, version);
  }
}

function keyOf(version: number) {
  return { tenant_id: BUSINESS_TENANT, version };
}

function selectHeads(trx: TenantTransaction) {
  return trx('allocation_rule_sets')
    .where({ tenant_id: BUSINESS_TENANT })
    .select(
      'version',
      'state',
      'based_on',
      'comment',
      'created_by',
      'created_at',
      'updated_by',
      'updated_at',
      'activated_by',
      'activated_at',
      'retired_at',
      trx.raw('jsonb_array_length(rules) as rule_count'),
    );
}

function selectWhole(trx: TenantTransaction) {
  return selectHeads(trx).select('revision', 'rules');
}

function toHead(row: Record<string, any>): RuleSetHead {
  return {
    version: row.version,
    state: row.state,
    basedOn: row.based_on ?? undefined,
    ruleCount: row.rule_count,
    comment: row.comment ?? undefined,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedBy: row.updated_by,
    updatedAt: row.updated_at,
    activatedBy: row.activated_by ?? undefined,
    activatedAt: row.activated_at ?? undefined,
    retiredAt: row.retired_at ?? undefined,
  };
}

function toVersion(row: Record<string, any>): RuleSetVersion {
  return { ...toHead(row), revision: row.revision, rules: row.rules };
}
