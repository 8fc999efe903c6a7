import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
  AuditorServiceEvent,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  type AuditEntry,
  currentRequest,
  type Outbox,
  Refusals,
  type TenantDatabase,
} from '@freehold/plugin-tenancy-node';
import { redactFields } from '../logging/redact';

const BUSINESS_TENANT = 'default';
const REFUSALS = ['AuthenticationError', 'NotAllowedError', 'NotFoundError'];

/** Where the events of plugins go that have no outbox of their own. */
export interface TrailAuditorOptions {
  pluginId: string;
  /** Of the tenancy plugin, whose outbox they are put into. */
  database: TenantDatabase;
  outbox: Pick<Outbox, 'recordAudit'>;
  refusals: Refusals;
  logger: LoggerService;
}

/**
 * Backstage's auditor, which also puts on the audit trail what its plugins
 * tell: what was changed, and everything that was refused or failed. The
 * namespace of who acted is the tenant.
 *
 * Backstage's plugins tell it beside their transactions; so does this.
 */
export class TrailAuditor implements AuditorService {
  static create(
    inner: AuditorService,
    options: TrailAuditorOptions,
  ): TrailAuditor {
    return new TrailAuditor(inner, options);
  }

  private constructor(
    private readonly inner: AuditorService,
    private readonly options: TrailAuditorOptions,
  ) {}

  async createEvent(
    options: AuditorServiceCreateEventOptions,
  ): Promise<AuditorServiceEvent> {
    const event = await this.inner.createEvent(options);
    const entry = (meta?: JsonObject) =>
      this.toEntry(options, { ...options.meta, ...meta });
    return {
      success: async params => {
        await event.success(params);
        if (isChange(options)) {
          await this.record({ ...entry(params?.meta), outcome: 'succeeded' });
        }
      },
      fail: async params => {
        await event.fail(params);
        await this.recordFailure(entry(params.meta), toError(params.error));
      },
    };
  }

  private async recordFailure(entry: AuditEntry, error: Error): Promise<void> {
    const actor = entry.actor?.ref ?? '';
    if (REFUSALS.includes(error.name) && actor.startsWith('user:')) {
      const { action, object } = entry;
      const reason = error.message;
      await this.options.refusals.record({ actor, action, object, reason });
      return;
    }
    await this.record({ ...entry, outcome: 'failed', reason: error.name });
  }

  /** Never throws: what was done is done, and Backstage's own log tells it. */
  private async record(entry: AuditEntry): Promise<void> {
    const { database, outbox, logger } = this.options;
    try {
      await database.transaction(entry.tenant, trx =>
        outbox.recordAudit(trx, entry),
      );
    } catch (error) {
      logger.warn(`Could not put an event on the audit trail: ${error}`);
    }
  }

  private toEntry(
    { eventId }: AuditorServiceCreateEventOptions,
    { actionType, ...meta }: JsonObject,
  ): AuditEntry {
    const { pluginId } = this.options;
    const ref = currentRequest()?.actor ?? `plugin:${pluginId}`;
    return {
      tenant: /^user:([^/]+)\/./.exec(ref)?.[1] ?? BUSINESS_TENANT,
      actor: { ref },
      action: [pluginId, eventId, actionType].filter(Boolean).join('.'),
      object: objectOf(eventId, meta),
      ...(Object.keys(meta).length > 0 && { after: redactFields(meta) }),
    };
  }
}

/** Reads are told by Backstage too, one by one, as of low severity. */
function isChange({ severityLevel = 'low' }: AuditorServiceCreateEventOptions) {
  return severityLevel !== 'low';
}

function objectOf(eventId: string, meta: JsonObject): AuditEntry['object'] {
  const id = [meta.taskId, meta.entityRef, meta.templateRef, meta.uid].find(
    value => typeof value === 'string',
  );
  return { kind: eventId, id: String(id ?? eventId) };
}
