import type {
  AuditMessage,
  TenantDatabase,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import {
  appendEvents,
  findRecordedIds,
  lockChain,
} from '../database/auditChainsStore';
import { toContent } from '../domain/auditEvents';

/** Puts what happened at the end of its tenant's trail. */
export class AuditTrail {
  static create(options: { database: TenantDatabase }): AuditTrail {
    return new AuditTrail(options.database);
  }

  private constructor(private readonly database: TenantDatabase) {}

  /** Takes a message of an outbox; one that comes twice is recorded once. */
  async receive(message: AuditMessage): Promise<void> {
    await this.database.transaction(message.tenant, trx =>
      this.append(trx, message),
    );
  }

  private async append(
    trx: TenantTransaction,
    message: AuditMessage,
  ): Promise<void> {
    const { tenant, id } = message;
    const chain = await lockChain(trx, tenant);
    const recorded = await findRecordedIds(trx, tenant, [id]);
    if (!recorded.has(id)) {
      await appendEvents(trx, tenant, chain, [toContent(message, new Date())]);
    }
  }
}
