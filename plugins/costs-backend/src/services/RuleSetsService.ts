import { NotFoundError } from '@backstage/errors';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type {
  TenantDatabase,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import { parseRuleSet } from '../allocation/parseRuleSet';
import type { RuleSet } from '../allocation/RuleSet';
import type { AllocationAudit } from '../audit/AllocationAudit';
import type { RuleSetsStore } from '../database/RuleSetsStore';
import {
  assertSeen,
  type RuleSetHead,
  type RuleSetVersion,
} from '../domain/RuleSetVersion';
import type { TagSchema } from '../tags/TagSchema';

/** Versions of the rules that say whose a cost is. Callers have been authorized before. */
export class RuleSetsService {
  static create(options: {
    allocationAudit: AllocationAudit;
    database: TenantDatabase;
    ruleSets: RuleSetsStore;
    /** The tags that rules may name, as they are now. */
    tagSchema: () => Promise<TagSchema>;
  }): RuleSetsService {
    return new RuleSetsService(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof RuleSetsService.create>[0],
  ) {}

  /** What costs are allocated by; labels alone, as version 0, before the first. */
  async readActive(): Promise<RuleSet> {
    const { database, ruleSets, tagSchema } = this.deps;
    const active = await database.transaction(BUSINESS_TENANT, trx =>
      ruleSets.find(trx, 'active'),
    );
    return {
      version: active?.version ?? 0,
      rules: active?.rules ?? [],
      tagSchema: await tagSchema(),
    };
  }

  /** Newest first. */
  async listRuleSets(): Promise<RuleSetHead[]> {
    const { database, ruleSets } = this.deps;
    return database.transaction(BUSINESS_TENANT, trx => ruleSets.list(trx));
  }

  /** @throws NotFoundError */
  async getRuleSet(version: number): Promise<RuleSetVersion> {
    const { database, ruleSets } = this.deps;
    return database.transaction(BUSINESS_TENANT, trx =>
      ruleSets.get(trx, version),
    );
  }

  /**
   * Keeps what the next version is to say; the first time, begins it.
   *
   * @param draft.revision - of the draft that was changed; none where there was
   *   none
   * @throws InvalidRuleSetError, ConflictError when the draft is another by now
   */
  async saveDraft(draft: {
    revision?: string;
    rules: unknown;
    by: string;
  }): Promise<RuleSetVersion> {
    const { allocationAudit, ruleSets, tagSchema } = this.deps;
    const { rules } = parseRuleSet({
      version: 1,
      rules: draft.rules,
      tagSchema: await tagSchema(),
    });
    return this.change(async trx => {
      const before = await ruleSets.find(trx, 'draft');
      assertSeen(before, draft.revision);
      const content = { rules, by: draft.by };
      const after = before
        ? await ruleSets.updateDraft(trx, before.version, content)
        : await ruleSets.insertDraft(trx, {
            ...content,
            basedOn: (await ruleSets.find(trx, 'active'))?.version,
          });
      await allocationAudit.draftSaved(trx, before, after);
      return after;
    });
  }

  /** @throws NotFoundError, ConflictError */
  async discardDraft(revision: string): Promise<void> {
    const { allocationAudit, ruleSets } = this.deps;
    await this.change(async trx => {
      const draft = await this.getDraft(trx, revision);
      await ruleSets.delete(trx, draft.version);
      await allocationAudit.draftDiscarded(trx, draft);
    });
  }

  /**
   * Lets the draft take the place of what is in force: for what is imported or
   * allocated anew from now on.
   *
   * @throws NotFoundError, ConflictError
   */
  async activateDraft(
    revision: string,
    options: { comment: string; by: string },
  ): Promise<RuleSetVersion> {
    const { allocationAudit, ruleSets } = this.deps;
    return this.change(async trx => {
      const before = await ruleSets.find(trx, 'active');
      const draft = await this.getDraft(trx, revision);
      const active = await ruleSets.activate(trx, draft.version, options);
      await allocationAudit.draftActivated(trx, before, active);
      return active;
    });
  }

  private async change<T>(
    work: (trx: TenantTransaction) => Promise<T>,
  ): Promise<T> {
    const { database, ruleSets } = this.deps;
    return database.transaction(BUSINESS_TENANT, async trx => {
      await ruleSets.lock(trx);
      return work(trx);
    });
  }

  private async getDraft(
    trx: TenantTransaction,
    revision: string,
  ): Promise<RuleSetVersion> {
    const draft = await this.deps.ruleSets.find(trx, 'draft');
    if (!draft) {
      throw new NotFoundError(
        'There is no draft of the allocation rules. Change a rule to begin one.',
      );
    }
    assertSeen(draft, revision);
    return draft;
  }
}
