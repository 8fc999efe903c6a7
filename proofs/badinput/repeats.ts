import { randomUUID } from 'node:crypto';
import type { Answer, Call } from '../http/request.ts';
import type { Session } from '../http/Session.ts';

/** The same request from twenty hands at once. */
export function atOnce(session: Session, call: Call): Promise<Answer[]> {
  return Promise.all(Array.from({ length: 20 }, () => session.call(call)));
}

/** How often each status was answered, such as `{ 201: 1, 409: 19 }`. */
export function statuses(answers: Answer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of answers) {
    counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
}

/** A name that no other test of this run uses. */
export function freshName(prefix: string): string {
  return `${prefix}-${randomUUID().slice(0, 8)}`;
}
