import type { JsonObject } from '@backstage/types';

interface MessageBase {
  /** UUID, by which a receiver knows a message it has had already. */
  id: string;
  /** The customer's slug, or `default` for the business itself. */
  tenant: string;
}

export type AuditOutcome = 'succeeded' | 'refused' | 'failed';

/** What somebody did, or tried to do. Holds no secrets. */
export interface AuditMessage extends MessageBase {
  kind: 'audit';
  /** ISO 8601, UTC. */
  occurredAt: string;
  actor: {
    /** `user:acme/anna`, `plugin:sites`; absent: nobody is known. */
    ref?: string;
    /** The customer that a staff member was viewing as. */
    viewingAs?: string;
  };
  /** The operationId, such as `orderSite`. */
  action: string;
  object: {
    /** Such as `site`, `member`, `customer`, `session`. */
    kind: string;
    id: string;
    /** What people call it. */
    name?: string;
  };
  outcome: AuditOutcome;
  /** Why, in words for people. */
  reason?: string;
  before?: JsonObject;
  after?: JsonObject;
  request?: {
    id: string;
    /** Network address. */
    address?: string;
  };
}

/** A mail to one person. */
export interface MailMessage extends MessageBase {
  kind: 'mail';
  to: { email: string; name?: string };
  template: string;
  /** What the template tells. May hold single-use links. */
  parameters: JsonObject;
}

/** A notification in the portal to people of one tenant. */
export interface NotificationMessage extends MessageBase {
  kind: 'notification';
  /** Refs of users, never of groups. */
  recipients: string[];
  topic: string;
  title: string;
  description?: string;
  /** Path within the portal. */
  link?: string;
  severity?: 'critical' | 'high' | 'normal' | 'low';
}

/** What leaves a plugin after its transaction has been committed. */
export type OutboxMessage = AuditMessage | MailMessage | NotificationMessage;
