import { createHash } from 'node:crypto';
import type { AuditContent } from './auditEvents';
import { canonicalJson } from './canonicalJson';

/** SHA-256 of what an event says; 32 bytes. */
export function digestOf(content: AuditContent): Buffer {
  return sha256(Buffer.from(canonicalJson({ ...content }), 'utf8'));
}

/** Binds an event to all that came before it; 32 bytes. */
export function hashAfter(previous: Buffer, digest: Buffer): Buffer {
  return sha256(Buffer.concat([previous, digest]));
}

/** What a tenant's first event follows, so that no chain fits another tenant. */
export function originOf(tenant: string): Buffer {
  return sha256(Buffer.from(`freehold audit trail of ${tenant}`, 'utf8'));
}

/**
 * Sums up which events were cleared, so that no other can pass as cleared.
 *
 * @param sequences - ascending
 */
export class ClearedDigest {
  private readonly hash = createHash('sha256');
  private count = 0;

  add(sequence: number): this {
    this.hash.update(`${sequence};`);
    this.count += 1;
    return this;
  }

  /** As it is told in the event that says what was cleared. */
  toJson(): { events: number; sequences: string } {
    return { events: this.count, sequences: this.hash.copy().digest('hex') };
  }
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
