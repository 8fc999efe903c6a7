import type {
  TenantDatabase,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import {
  type AttemptSubject,
  delayAfter,
  FORGET_AFTER_MS,
} from '../domain/attempts';
import type { SecretHash } from '../domain/secrets';

const PURPOSE = 'count failed sign-ins';

/** Long ago, and not just now: of two attempts at once the later may be first. */
const NOT_BLOCKED = new Date(0);

/** Counters of failed sign-ins; they belong to no tenant. */
export class AttemptsStore {
  static create(database: TenantDatabase): AttemptsStore {
    return new AttemptsStore(database);
  }

  private constructor(private readonly database: TenantDatabase) {}

  /**
   * Counts an attempt as failed before it is looked at, so that attempts made
   * at the same time can't slip past the delay together.
   *
   * @returns when the next attempt may be made, if that is not yet; the attempt
   *   then wasn't counted
   */
  async countAttempt(
    subjects: AttemptSubject[],
    now: Date,
  ): Promise<Date | undefined> {
    // One order for all, or two attempts wait for each other's rows for ever.
    const sorted = [...subjects].sort((a, b) =>
      a.subject < b.subject ? -1 : 1,
    );
    return this.database.acrossTenants(PURPOSE, async trx => {
      await trx('local_sign_in_attempts')
        .insert(
          sorted.map(({ subject, account }) => ({
            subject,
            account_hash: account,
            failures: 0,
            last_attempt_at: now,
            blocked_until: NOT_BLOCKED,
          })),
        )
        .onConflict('subject')
        // Changes nothing, but holds the row: an attempt that was right deletes
        // it, and must not do so before this one is counted.
        .merge(['subject']);
      const rows = await holdInOrder(trx, sorted);
      const blockedUntil = latest(rows.map(row => row.blocked_until));
      if (blockedUntil > now) {
        return blockedUntil;
      }
      for (const subject of sorted) {
        const row = rows.find(each => each.subject === subject.subject)!;
        const idleMs = now.getTime() - row.last_attempt_at.getTime();
        const failures = (idleMs > FORGET_AFTER_MS ? 0 : row.failures) + 1;
        await trx('local_sign_in_attempts')
          .where({ subject: subject.subject })
          .update({
            failures,
            last_attempt_at: now,
            blocked_until: blockedUntilAfter(subject, failures, now),
          });
      }
      return undefined;
    });
  }

  /**
   * Takes back an attempt that was right after all. What is counted per e-mail
   * starts anew; an address keeps what others failed at there.
   */
  async forgiveAttempt(subjects: AttemptSubject[]): Promise<void> {
    const isAddress = ({ subject }: AttemptSubject) =>
      subject.startsWith('address:');
    await this.database.acrossTenants(PURPOSE, async trx => {
      await holdInOrder(trx, subjects);
      await trx('local_sign_in_attempts')
        .whereIn(
          'subject',
          subjects.filter(each => !isAddress(each)).map(each => each.subject),
        )
        .delete();
      for (const { subject, free } of subjects.filter(isAddress)) {
        await trx('local_sign_in_attempts')
          .where({ subject })
          .update({
            failures: trx.raw('greatest(failures - 1, 0)'),
            blocked_until: trx.raw(
              'case when failures - 1 < ? then ? else blocked_until end',
              [free, NOT_BLOCKED],
            ),
          });
      }
    });
  }

  /** Until when the accounts can't be tried from somewhere, if they can't. */
  async findBlockedUntil(
    accounts: SecretHash[],
    now: Date,
  ): Promise<Date | undefined> {
    const rows = await this.database.acrossTenants(PURPOSE, trx =>
      trx('local_sign_in_attempts')
        .whereIn('account_hash', accounts)
        .where('blocked_until', '>', now),
    );
    return rows.length > 0
      ? latest(rows.map(row => row.blocked_until))
      : undefined;
  }

  /** Forgets what was counted against the accounts, from wherever. */
  async forgetAccounts(accounts: SecretHash[]): Promise<void> {
    await this.database.acrossTenants(PURPOSE, trx =>
      trx('local_sign_in_attempts').whereIn('account_hash', accounts).delete(),
    );
  }

  async deleteForgotten(now: Date): Promise<void> {
    await this.database.acrossTenants(PURPOSE, trx =>
      trx('local_sign_in_attempts')
        .where(
          'last_attempt_at',
          '<',
          new Date(now.getTime() - FORGET_AFTER_MS),
        )
        .delete(),
    );
  }
}

/** Nobody else changes these rows until the transaction ends. */
async function holdInOrder(
  trx: TenantTransaction,
  subjects: AttemptSubject[],
): Promise<Record<string, any>[]> {
  return trx('local_sign_in_attempts')
    .whereIn(
      'subject',
      subjects.map(({ subject }) => subject),
    )
    .orderByRaw('subject collate "C"')
    .forUpdate();
}

function blockedUntilAfter(
  subject: AttemptSubject,
  failures: number,
  now: Date,
): Date {
  const delayMs = delayAfter(subject, failures);
  return delayMs > 0 ? new Date(now.getTime() + delayMs) : NOT_BLOCKED;
}

function latest(dates: Date[]): Date {
  return new Date(Math.max(...dates.map(date => date.getTime())));
}
