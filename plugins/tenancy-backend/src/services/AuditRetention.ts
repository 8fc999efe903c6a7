import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  TenantDatabase,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import { randomUUID } from 'node:crypto';
import {
  appendEvents,
  clearEvents,
  listOldEvents,
  listTenantsWithOld,
  lockChain,
} from '../database/auditChainsStore';
import { type AuditKind, CLEAR_ACTION, toContent } from '../domain/auditEvents';
import { ClearedDigest } from '../domain/auditHashes';

const EVENTS_PER_BATCH = 5_000;

/** How long events of each kind are kept, in milliseconds. */
export type RetentionTimes = Record<Exclude<AuditKind, 'trail'>, number>;

/**
 * Clears events whose time is over: what they said goes, that they were stays,
 * and so does the trail's chain. Each clearing is an event of its own.
 */
export class AuditRetention {
  static create(options: {
    database: TenantDatabase;
    times: RetentionTimes;
    logger: LoggerService;
  }): AuditRetention {
    return new AuditRetention(options);
  }

  private constructor(
    private readonly deps: {
      database: TenantDatabase;
      times: RetentionTimes;
      logger: LoggerService;
    },
  ) {}

  async clearOldEvents(signal?: AbortSignal): Promise<void> {
    const { database, logger, times } = this.deps;
    let cleared = 0;
    for (const [name, time] of Object.entries(times)) {
      const kind = name as AuditKind;
      const before = new Date(Date.now() - time);
      const tenants = await database.acrossTenants(
        'find audit events to clear',
        trx => listTenantsWithOld(trx, kind, before),
      );
      for (const tenant of tenants) {
        cleared += await this.clearKind(tenant, { kind, before }, signal);
      }
    }
    if (cleared > 0) {
      logger.info(`Cleared ${cleared} audit events whose time was over`);
    }
  }

  private async clearKind(
    tenant: string,
    old: { kind: AuditKind; before: Date },
    signal: AbortSignal | undefined,
  ): Promise<number> {
    let cleared = 0;
    for (;;) {
      signal?.throwIfAborted();
      const batch = await this.deps.database.transaction(tenant, trx =>
        clearBatch(trx, tenant, old),
      );
      cleared += batch;
      if (batch < EVENTS_PER_BATCH) {
        return cleared;
      }
    }
  }
}

async function clearBatch(
  trx: TenantTransaction,
  tenant: string,
  { kind, before }: { kind: AuditKind; before: Date },
): Promise<number> {
  const chain = await lockChain(trx, tenant);
  const limit = EVENTS_PER_BATCH;
  const sequences = await listOldEvents(trx, tenant, { kind, before, limit });
  if (sequences.length === 0) {
    return 0;
  }
  const digest = new ClearedDigest();
  sequences.forEach(sequence => digest.add(sequence));
  const now = new Date();
  const { length } = await appendEvents(trx, tenant, chain, [
    toContent(
      {
        kind: 'audit',
        id: randomUUID(),
        tenant,
        occurredAt: now.toISOString(),
        actor: { ref: 'plugin:tenancy' },
        action: CLEAR_ACTION,
        object: { kind: 'audit-trail', id: tenant },
        outcome: 'succeeded',
        after: { kind, before: before.toISOString(), ...digest.toJson() },
      },
      now,
    ),
  ]);
  await clearEvents(trx, tenant, sequences, length);
  return sequences.length;
}
