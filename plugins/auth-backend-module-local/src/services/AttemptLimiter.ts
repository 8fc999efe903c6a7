import type { AttemptsStore } from '../database/AttemptsStore';
import { subjectsOf } from '../domain/attempts';
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
    const now = new Date();
    const blockedUntil = await this.store.countAttempt(
      subjectsOf(email, address),
      now,
    );
    if (blockedUntil) {
      throw new TooManyRequestsError(
        Math.ceil((blockedUntil.getTime() - now.getTime()) / 1000),
      );
    }
  }

  /** The attempt was its owner's. */
  async forgive(email: string, address: string): Promise<void> {
    await this.store.forgiveAttempt(subjectsOf(email, address));
  }
}
