import type { AttemptsStore } from '../database/AttemptsStore';
import type { AttemptSubject } from '../domain/attempts';
import { TooManyRequestsError } from '../domain/errors';

/** Slows down guessing, per account and per network address. */
export class AttemptLimiter {
  static create(store: AttemptsStore): AttemptLimiter {
    return new AttemptLimiter(store);
  }

  private constructor(private readonly store: AttemptsStore) {}

  /**
   * Counts an attempt before it is looked at.
   *
   * @param what - there would be too many of, for people
   * @throws TooManyRequestsError when it is too early for another one;
   *   whether the account exists makes no difference
   */
  async count(subjects: AttemptSubject[], what?: string): Promise<void> {
    const now = new Date();
    const blockedUntil = await this.store.countAttempt(subjects, now);
    if (blockedUntil) {
      throw new TooManyRequestsError(
        Math.ceil((blockedUntil.getTime() - now.getTime()) / 1000),
        what,
      );
    }
  }

  /** Takes back an attempt that was right after all. */
  async uncount(subjects: AttemptSubject[]): Promise<void> {
    await this.store.forgiveAttempt(subjects);
  }
}
