import type { JsonObject } from '@backstage/types';
import { randomUUID } from 'node:crypto';
import type { TenantTransaction } from '../database';
import type { CipherContext, EnvelopeCipher } from '../encryption';
import { currentRequest } from '../http/requestContext';
import type { AuditMessage, OutboxMessage } from './messages';
import { outboxSignal } from './outboxSignal';

/** An act, as the service that does it tells it. */
export interface AuditEntry {
  tenant: string;
  /** The operationId, such as `orderSite`. */
  action: string;
  object: AuditMessage['object'];
  /** `succeeded` by default. */
  outcome?: AuditMessage['outcome'];
  reason?: string;
  /** What was, without secrets; only what differs from `after` is of use. */
  before?: JsonObject;
  /** What is now, without secrets. */
  after?: JsonObject;
  /** Who did it, where that isn't whoever the present request is from. */
  actor?: AuditMessage['actor'];
}

/**
 * Where a plugin puts what has to leave it, inside the transaction that makes
 * it true: either both happen or neither. What was committed is handed to
 * tenancy-backend at least once, whatever dies in between.
 */
export class Outbox {
  static create(cipher: EnvelopeCipher): Outbox {
    return new Outbox(cipher);
  }

  private constructor(private readonly cipher: EnvelopeCipher) {}

  /**
   * @param trx - of either door; the message's tenant must be visible to it
   */
  async put(trx: TenantTransaction, message: OutboxMessage): Promise<void> {
    const sealed = await this.cipher.encrypt(
      Buffer.from(JSON.stringify(message), 'utf8'),
      contextOf(message.tenant, message.id),
    );
    await trx('outbox').insert({
      tenant_id: message.tenant,
      message_id: message.id,
      kind: message.kind,
      sealed_message: sealed,
    });
    outboxSignal.raiseAfter(trx);
  }

  /** Puts an act on the record, with the request it belongs to. */
  async recordAudit(trx: TenantTransaction, entry: AuditEntry): Promise<void> {
    const { outcome = 'succeeded', actor, ...told } = entry;
    const request = currentRequest();
    await this.put(trx, {
      kind: 'audit',
      id: randomUUID(),
      occurredAt: new Date().toISOString(),
      actor: actor ?? {
        ref: request?.actor,
        ...(request?.viewingAs && { viewingAs: request.viewingAs }),
      },
      outcome,
      ...told,
      ...(request && {
        request: { id: request.requestId, address: request.address },
      }),
    });
  }

  /** The message of a row of `outbox`. */
  async open(row: OutboxRow): Promise<OutboxMessage> {
    const json = await this.cipher.decrypt(
      row.sealed_message,
      contextOf(row.tenant_id, row.message_id),
    );
    return JSON.parse(json.toString('utf8'));
  }
}

export interface OutboxRow {
  tenant_id: string;
  message_id: string;
  sealed_message: Buffer;
}

function contextOf(tenant: string, id: string): CipherContext {
  return { tenant, table: 'outbox', row: id, field: 'sealed_message' };
}
