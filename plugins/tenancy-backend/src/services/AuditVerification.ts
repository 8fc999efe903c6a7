import type { LoggerService } from '@backstage/backend-plugin-api';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type {
  Outbox,
  TenantDatabase,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import {
  findChain,
  listChains,
  listEventsAfter,
} from '../database/auditChainsStore';
import {
  findCheck,
  saveCheck,
  type TrailCheck,
} from '../database/auditChecksStore';
import { CHECK_ACTION } from '../domain/auditEvents';
import { ChainCheck, type ChainFault } from '../domain/ChainCheck';

const EVENTS_PER_PAGE = 2_000;

/** A trail that was read to its end, or to its first fault. */
export interface CheckedTrail {
  tenant: string;
  /** How many events were read. */
  events: number;
  /** Hash of the last one, in hexadecimal. */
  head: string;
  fault?: ChainFault;
}

/** Reads trails from their first event to their last. */
export class AuditVerification {
  static create(options: {
    database: TenantDatabase;
    outbox: Pick<Outbox, 'recordAudit'>;
    logger: LoggerService;
  }): AuditVerification {
    return new AuditVerification(options);
  }

  private constructor(
    private readonly deps: {
      database: TenantDatabase;
      outbox: Pick<Outbox, 'recordAudit'>;
      logger: LoggerService;
    },
  ) {}

  /**
   * Checks every trail and remembers what it found. A fault is logged each
   * time, and recorded in the business's own trail once.
   */
  async checkTrails(signal?: AbortSignal): Promise<void> {
    let events = 0;
    let faults = 0;
    for await (const trail of readTrails(this.deps.database)) {
      signal?.throwIfAborted();
      events += trail.events;
      faults += trail.fault ? 1 : 0;
      await this.remember(trail);
    }
    this.deps.logger.info(
      `Checked the audit trails: ${events} events, ${faults} faults`,
    );
  }

  private async remember(trail: CheckedTrail): Promise<void> {
    const { database, logger } = this.deps;
    const { tenant, events, fault } = trail;
    const check: TrailCheck = { tenant, events, fault, checkedAt: new Date() };
    const before = await database.transaction(tenant, async trx => {
      const last = await findCheck(trx, tenant);
      await saveCheck(trx, check);
      return last;
    });
    if (fault) {
      logger.error(
        `The audit trail of '${tenant}' is not whole: ${fault.message}`,
      );
      if (before?.fault?.message !== fault.message) {
        await database.transaction(BUSINESS_TENANT, trx =>
          this.record(trx, trail, fault),
        );
      }
    }
  }

  private async record(
    trx: TenantTransaction,
    { tenant, events }: CheckedTrail,
    fault: ChainFault,
  ): Promise<void> {
    await this.deps.outbox.recordAudit(trx, {
      tenant: BUSINESS_TENANT,
      actor: { ref: 'plugin:tenancy' },
      action: CHECK_ACTION,
      object: { kind: 'audit-trail', id: tenant },
      outcome: 'failed',
      reason: fault.message,
      after: { events, fault: fault.kind, sequence: fault.sequence },
    });
  }
}

/** Checks the trails of all tenants, one after the other. */
export async function* readTrails(
  database: TenantDatabase,
): AsyncGenerator<CheckedTrail> {
  const tenants = await database.acrossTenants(
    'find audit trails to check',
    listChains,
  );
  for (const tenant of tenants) {
    yield await database.transaction(tenant, trx => readTrail(trx, tenant), {
      // What is recorded or cleared meanwhile is another check's.
      isSnapshot: true,
    });
  }
}

async function readTrail(
  trx: TenantTransaction,
  tenant: string,
): Promise<CheckedTrail> {
  const chain = await findChain(trx, tenant);
  const check = ChainCheck.create(tenant);
  const head = chain?.head.toString('hex') ?? '';
  let events = 0;
  let last = 0;
  for (;;) {
    const page = await listEventsAfter(trx, tenant, last, EVENTS_PER_PAGE);
    for (const event of page) {
      const fault = check.next(event);
      if (fault) {
        return { tenant, events, head, fault };
      }
      events += 1;
      last = event.sequence;
    }
    if (page.length < EVENTS_PER_PAGE) {
      return { tenant, events, head, fault: check.end(chain) };
    }
  }
}
