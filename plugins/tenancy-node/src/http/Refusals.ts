import type { LoggerService } from '@backstage/backend-plugin-api';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { TenantDatabase } from '../database';
import type { AuditEntry, Outbox } from '../outbox/Outbox';
import { currentRequest } from './requestContext';

/** What somebody was refused. */
export interface Refusal {
  /** Entity ref of the user; absent when nobody is known. */
  actor?: string;
  /** Whose trail it belongs to, where that is not the actor's. */
  tenant?: string;
  /** The operationId, such as `orderSite`. */
  action: string;
  object: AuditEntry['object'];
  /** As it was answered. */
  reason: string;
}

/** Refusals recorded for a tenant in a minute, by each process. */
const MOST_A_MINUTE = 60;

/**
 * Puts refusals on the record of the tenant whose user was refused. So many a
 * minute and no more, so that nobody can flood the trail; how many were left
 * out is told by the next one that is recorded.
 */
export class Refusals {
  static create(options: {
    database: TenantDatabase;
    outbox: Pick<Outbox, 'recordAudit'>;
    logger: LoggerService;
  }): Refusals {
    return new Refusals(options);
  }

  private readonly limiter = new RateLimiterMemory({
    points: MOST_A_MINUTE,
    duration: 60,
  });
  private readonly leftOut = new Map<string, number>();

  private constructor(
    private readonly deps: {
      database: TenantDatabase;
      outbox: Pick<Outbox, 'recordAudit'>;
      logger: LoggerService;
    },
  ) {}

  /** Never throws: what was refused stays refused whatever happens here. */
  async record(refusal: Refusal): Promise<void> {
    const tenant = refusal.tenant ?? tenantOf(refusal.actor);
    if (!tenant) {
      return;
    }
    if (await this.isOneTooMany(tenant)) {
      this.leaveOut(tenant);
      return;
    }
    try {
      await this.write(tenant, refusal);
    } catch (error) {
      this.deps.logger.warn(`Could not record a refusal: ${error}`, { tenant });
    }
  }

  /** Counts a refusal that is not recorded by itself. */
  leaveOut(tenant: string): void {
    this.leftOut.set(tenant, (this.leftOut.get(tenant) ?? 0) + 1);
  }

  private async write(tenant: string, refusal: Refusal): Promise<void> {
    const { actor, ...told } = refusal;
    const leftOut = this.leftOut.get(tenant);
    await this.deps.database.transaction(tenant, trx =>
      this.deps.outbox.recordAudit(trx, {
        ...told,
        tenant,
        // Whom the request is from is told with whom they view as.
        ...(actor !== currentRequest()?.actor && { actor: { ref: actor } }),
        outcome: 'refused',
        ...(leftOut !== undefined && { after: { refusalsLeftOut: leftOut } }),
      }),
    );
    this.leftOut.delete(tenant);
  }

  private async isOneTooMany(tenant: string): Promise<boolean> {
    return this.limiter.consume(tenant).then(
      () => false,
      () => true,
    );
  }
}

/** The tenant of a user's entity ref; undefined for plugins. */
function tenantOf(actor: string | undefined): string | undefined {
  return /^user:([^/]+)\/./.exec(actor ?? '')?.[1];
}
