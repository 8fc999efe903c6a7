import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import Redis from 'ioredis';
import type { Knex } from 'knex';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import { REQUEST_WINDOW_SECONDS } from './RequestLimiter';

/** Slower than this, Redis counts as absent. */
const REDIS_TIMEOUT_MILLISECONDS = 500;

type CreateCounter = (points: number) => RateLimiterAbstract;

/**
 * Counters in the table `request_counts`. It is written to past the doors: it
 * holds numbers only, and a door would cost each request three statements more.
 *
 * @param knex - of the schema that tenancy-backend migrates
 */
export function createPostgresCounters(knex: Knex): CreateCounter {
  let isFirst = true;
  return points => {
    const counter = new RateLimiterPostgres({
      ...optionsOf(points),
      storeClient: knex,
      storeType: 'knex',
      tableName: 'request_counts',
      tableCreated: true,
      // They share the table, so one of them clears it.
      clearExpiredByTimeout: isFirst,
    });
    isFirst = false;
    return counter;
  };
}

/**
 * Counters in Redis, for portals with very many requests.
 *
 * @param config - `tenancy.limits.redis`
 */
export function createRedisCounters(
  config: Config,
  logger: LoggerService,
): { createCounter: CreateCounter; close(): void } {
  const client = new Redis(config.getString('url'), {
    enableOfflineQueue: false,
    commandTimeout: REDIS_TIMEOUT_MILLISECONDS,
  });
  client.on('error', error =>
    logger.warn(
      `Redis does not answer, so each replica counts requests by itself: ${error.message}`,
    ),
  );
  return {
    createCounter: points =>
      new RateLimiterRedis({
        ...optionsOf(points),
        storeClient: client,
        keyPrefix: 'freehold:requests',
      }),
    close: () => client.disconnect(),
  };
}

function optionsOf(points: number) {
  return {
    points,
    duration: REQUEST_WINDOW_SECONDS,
    keyPrefix: '',
    // A customer that used up its points is refused from memory.
    inMemoryBlockOnConsumed: points,
    // When the store is out of reach, each replica counts by itself.
    insuranceLimiter: new RateLimiterMemory({
      points,
      duration: REQUEST_WINDOW_SECONDS,
    }),
  };
}
