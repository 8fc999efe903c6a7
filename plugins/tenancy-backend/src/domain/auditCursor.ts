import { InputError } from '@backstage/errors';
import { z } from 'zod';

/** Where in a list of events one is. */
export interface AuditPosition {
  /** ISO 8601. */
  occurredAt: string;
  tenant: string;
  sequence: number;
}

const position = z.tuple([
  z.iso.datetime(),
  z.string().min(1),
  z.int().positive(),
]);

/** The position as callers hand it back to get the next page. */
export function toCursor(event: AuditPosition): string {
  const { occurredAt, tenant, sequence } = event;
  return Buffer.from(JSON.stringify([occurredAt, tenant, sequence])).toString(
    'base64url',
  );
}

/** @throws InputError when it is not one of ours */
export function fromCursor(cursor: string): AuditPosition {
  try {
    const text = Buffer.from(cursor, 'base64url').toString('utf8');
    const [occurredAt, tenant, sequence] = position.parse(JSON.parse(text));
    return { occurredAt, tenant, sequence };
  } catch {
    throw new InputError(
      'The cursor is not one of this list; leave it out to begin anew',
    );
  }
}
