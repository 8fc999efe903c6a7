import type {
  Outbox,
  RequestBudget,
  TenantDatabase,
  TenantLimits,
} from '@freehold/plugin-tenancy-node';
import { unknownCustomer } from '@freehold/plugin-tenancy-node';
import {
  findOwnLimits,
  saveOwnLimits,
  type OwnLimits,
} from '../database/customerLimitsStore';
import type { Usage } from '../domain/types';
import { requireCustomer, requireLock } from './requireCustomer';

/** What customers may use. Callers have been authorized before. */
export class LimitsService {
  static create(options: {
    database: TenantDatabase;
    limits: TenantLimits;
    outbox: Pick<Outbox, 'recordAudit'>;
  }): LimitsService {
    return new LimitsService(options.database, options.limits, options.outbox);
  }

  private constructor(
    private readonly database: TenantDatabase,
    private readonly limits: TenantLimits,
    private readonly outbox: Pick<Outbox, 'recordAudit'>,
  ) {}

  /** @throws NotFoundError */
  async getUsage(slug: string): Promise<Usage> {
    const { tier } = await this.database.transaction(slug, trx =>
      requireCustomer(trx, slug),
    );
    const limits = await this.limits.findLimits(slug);
    if (!limits) {
      throw unknownCustomer(slug);
    }
    return {
      tier,
      limits: limits.effective,
      tierLimits: limits.tier,
      ownLimits: limits.own,
      requests: await this.requestsOf(slug, 'requests'),
      pages: await this.requestsOf(slug, 'pages'),
    };
  }

  /**
   * @param changes - null takes a limit back to that of the tier
   * @throws NotFoundError
   */
  async updateCustomerLimits(
    slug: string,
    changes: Partial<OwnLimits>,
  ): Promise<Usage> {
    await this.database.transaction(slug, async trx => {
      await requireLock(trx, slug);
      const { name } = await requireCustomer(trx, slug);
      const before = await findOwnLimits(trx, slug);
      const after = { ...before, ...changes };
      await saveOwnLimits(trx, slug, after);
      await this.outbox.recordAudit(trx, {
        tenant: slug,
        action: 'updateCustomerLimits',
        object: { kind: 'customer', id: slug, name },
        before,
        after,
      });
    });
    return this.getUsage(slug);
  }

  private async requestsOf(slug: string, budget: RequestBudget) {
    const { limit, remaining, resetSeconds } = await this.limits.requestsOf(
      slug,
      budget,
    );
    return { limit, used: limit - remaining, resetSeconds };
  }
}
