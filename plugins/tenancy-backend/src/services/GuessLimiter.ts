import type { DatabaseService } from '@backstage/backend-plugin-api';
import { hashSecret, LimitReachedError } from '@freehold/plugin-tenancy-node';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

const WRONG_TOKENS = 20;
const WINDOW_SECONDS = 15 * 60;

/**
 * Stops who tries one token after the other. Tokens have 256 random bits, so
 * this spares the database rather than the tokens.
 */
export class GuessLimiter {
  /** The counters belong to no tenant, so they are past the doors. */
  static async create(database: DatabaseService): Promise<GuessLimiter> {
    // eslint-disable-next-line no-restricted-properties -- counters of no tenant
    const knex = await database.getClient();
    return new GuessLimiter(
      new RateLimiterPostgres({
        storeClient: knex,
        storeType: 'knex',
        tableName: 'token_guesses',
        tableCreated: true,
        keyPrefix: 'address',
        points: WRONG_TOKENS,
        duration: WINDOW_SECONDS,
      }),
    );
  }

  private constructor(private readonly limiter: RateLimiterPostgres) {}

  /**
   * Runs what needs a token; what it finds unknown counts as a guess.
   *
   * @param address - network address of whoever presents the token
   * @throws LimitReachedError after too many guesses from there
   */
  async guard<Result>(
    address: string,
    work: () => Promise<Result>,
  ): Promise<Result> {
    const key = hashSecret(address);
    await this.count(key);
    try {
      const result = await work();
      await this.limiter.reward(key);
      return result;
    } catch (error) {
      if ((error as Error).name !== 'NotFoundError') {
        await this.limiter.reward(key);
      }
      throw error;
    }
  }

  private async count(key: string): Promise<void> {
    try {
      await this.limiter.consume(key);
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) {
        throw new LimitReachedError(
          'Too many links that cannot be used. Try again later.',
          Math.ceil(refusal.msBeforeNext / 1000),
        );
      }
      throw refusal;
    }
  }
}
