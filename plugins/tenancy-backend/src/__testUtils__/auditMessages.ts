import type { AuditMessage } from '@freehold/plugin-tenancy-node';
import { randomUUID } from 'node:crypto';

/** A message as plugins put it in their outboxes. */
export function auditMessage(told: Partial<AuditMessage> = {}): AuditMessage {
  return {
    kind: 'audit',
    id: randomUUID(),
    tenant: 'birch',
    occurredAt: new Date().toISOString(),
    actor: { ref: 'user:birch/bea' },
    action: 'updateSite',
    object: { kind: 'site', id: 'site_1', name: 'bakery' },
    outcome: 'succeeded',
    ...told,
  };
}
