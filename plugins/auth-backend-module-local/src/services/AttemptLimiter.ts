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
   * @throws TooManyRequestsError when it is too early for another attempt;
   *   whether the account exists makes no difference
   */
  async begin(subjects: AttemptSubject[]): Promise<void> {
    const now = new Date();
    const blockedUntil = await this.store.countAttempt(subjects, now);
    if (blockedUntil) {
      throw new TooManyRequestsError(
        Math.ceil((blockedUntil.getTime() - now.getTime()) / 1000),
      );
    }
  }

  /** The attempt was its owner's. */
  async forgive(subjects: AttemptSubject[]): Promise<void> {
    await this.store.forgiveAttempt(subjects);
  }
}
