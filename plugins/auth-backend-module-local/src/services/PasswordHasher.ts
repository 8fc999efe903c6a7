import { Algorithm, hash, parseOptions, verify } from '@node-rs/argon2';
import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import { TooManyRequestsError } from '../domain/errors';

/** OWASP's figures for argon2id. */
const PARAMETERS = {
  algorithm: 2 satisfies Algorithm.Argon2id as Algorithm,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};

/**
 * One core stays free for everything else; so does one of the four threads on
 * which Node.js also reads files and verifies tokens.
 */
export const HASHED_AT_ONCE = Math.min(
  Math.max(availableParallelism() - 1, 1),
  3,
);
/** About as many as are hashed within two seconds. */
const MOST_WAITING = 50 * HASHED_AT_ONCE;
const RETRY_AFTER_SECONDS = 5;

/**
 * Hashes passwords with argon2id and checks them, a few at once: however many
 * sign in, other requests go on.
 */
export class PasswordHasher {
  static create(): PasswordHasher {
    return new PasswordHasher();
  }

  private readonly turns = pLimit(HASHED_AT_ONCE);

  /** Of no account: what is checked when there is none to check. */
  private readonly decoy = this.hash('no account has this password');

  /**
   * To be asked before anything else is done for somebody who signs in.
   *
   * @throws TooManyRequestsError when so many wait that it would take too long
   */
  refuseWhenBusy(): void {
    if (this.turns.pendingCount >= MOST_WAITING) {
      throw new TooManyRequestsError(
        RETRY_AFTER_SECONDS,
        'Very many people sign in right now',
      );
    }
  }

  async hash(password: string): Promise<string> {
    return this.turns(() => hash(normalize(password), PARAMETERS));
  }

  async verify(passwordHash: string, password: string): Promise<boolean> {
    return this.turns(() => verify(passwordHash, normalize(password)));
  }

  /** Takes as long as {@link verify} and finds nothing. */
  async verifyNothing(password: string): Promise<void> {
    await this.verify(await this.decoy, password);
  }

  /** Whether a hash was made with other parameters than today's. */
  isOutdated(passwordHash: string): boolean {
    const made = parseOptions(passwordHash);
    return (
      made.algorithm !== PARAMETERS.algorithm ||
      made.memoryCost !== PARAMETERS.memoryCost ||
      made.timeCost !== PARAMETERS.timeCost ||
      made.parallelism !== PARAMETERS.parallelism
    );
  }
}

/** Keyboards differ in how they compose letters; the password does not. */
function normalize(password: string): string {
  return password.normalize('NFKC');
}
