import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type {
  AuditEntry,
  Outbox,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import type { SourcePeriodKey } from '../database/CostRollups';
import type { RuleSetVersion } from '../domain/RuleSetVersion';

/** Puts on the record what happens to allocation rules, and what they are run over. */
export class AllocationAudit {
  static create(outbox: Pick<Outbox, 'recordAudit'>): AllocationAudit {
    return new AllocationAudit(outbox);
  }

  private constructor(private readonly outbox: Pick<Outbox, 'recordAudit'>) {}

  async draftSaved(
    trx: TenantTransaction,
    before: RuleSetVersion | undefined,
    after: RuleSetVersion,
  ): Promise<void> {
    await this.record(trx, after, {
      action: 'saveRuleSetDraft',
      ...(before && { before: { rules: namesOf(before) } }),
      after: { rules: namesOf(after) },
    });
  }

  async draftDiscarded(
    trx: TenantTransaction,
    draft: RuleSetVersion,
  ): Promise<void> {
    await this.record(trx, draft, {
      action: 'discardRuleSetDraft',
      before: { rules: namesOf(draft) },
    });
  }

  async draftActivated(
    trx: TenantTransaction,
    before: RuleSetVersion | undefined,
    after: RuleSetVersion,
  ): Promise<void> {
    await this.record(trx, after, {
      action: 'activateRuleSetDraft',
      ...(before && {
        before: { version: before.version, rules: namesOf(before) },
      }),
      after: {
        version: after.version,
        rules: namesOf(after),
        comment: after.comment ?? null,
      },
    });
  }

  async periodsReallocated(
    trx: TenantTransaction,
    version: number,
    periods: readonly (SourcePeriodKey & { sourceName: string })[],
  ): Promise<void> {
    await this.outbox.recordAudit(trx, {
      tenant: BUSINESS_TENANT,
      action: 'reallocatePeriods',
      object: objectOf(version),
      after: {
        periods: periods.map(
          ({ billingPeriod, sourceName }) => `${sourceName} ${billingPeriod}`,
        ),
      },
    });
  }

  private async record(
    trx: TenantTransaction,
    { version }: RuleSetVersion,
    entry: Pick<AuditEntry, 'action' | 'before' | 'after'>,
  ): Promise<void> {
    await this.outbox.recordAudit(trx, {
      tenant: BUSINESS_TENANT,
      object: objectOf(version),
      ...entry,
    });
  }
}

function objectOf(version: number): AuditEntry['object'] {
  return {
    kind: 'allocation-rules',
    id: String(version),
    name: `version ${version}`,
  };
}

/** In the order in which they are asked; what is off is told so. */
function namesOf({ rules }: RuleSetVersion): string[] {
  return rules.map(({ enabled, name }) => (enabled ? name : `${name} (off)`));
}
