import type { AttemptsStore } from '../database/AttemptsStore';
import { type AttemptSubject, subjectsOf } from '../domain/attempts';
import { TooManyRequestsError } from '../domain/errors';

/** Slows down guessing, per account and per network address. */
export class AttemptLimiter {
  static create(store: AttemptsStore): AttemptLimiter {
    return new AttemptLimiter(store);
  }

  private constructor(private readonly store: AttemptsStore) {}

  /**
   * @throws TooManyRequestsError when it is too early for another attempt;
   *   whether the account exists makes no difference
   */
  async begin(email: string, address: string): Promise<void> {
    await this.count(subjectsOf(email, address));
  }

  /** The attempt was its owner's. */
  async forgive(email: string, address: string): Promise<void> {
    await this.store.forgiveAttempt(subjectsOf(email, address));
  }

  /**
   * Counts an attempt of whatever kind.
   *
   * @param what - there would be too many of, for people
   * @throws TooManyRequestsError when it is too early for another one
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
