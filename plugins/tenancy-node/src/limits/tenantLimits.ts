import { DatabaseManager } from '@backstage/backend-defaults/database';
import {
  coreServices,
  createServiceFactory,
  createServiceRef,
  type RootConfigService,
  type RootLifecycleService,
  type RootLoggerService,
} from '@backstage/backend-plugin-api';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { TenantDatabase } from '../database';
import { createPostgresCounters, createRedisCounters } from './createCounters';
import {
  DatabaseCustomerLimits,
  type LimitsOfCustomer,
} from './DatabaseCustomerLimits';
import { readTierLimits, type TierLimits } from './readTierLimits';
import {
  RequestLimiter,
  type RequestBudget,
  type RequestCount,
} from './RequestLimiter';

/** What customers may use, for every plugin's backend. */
export interface TenantLimits {
  /** What each tier includes, as configured. */
  tiers: TierLimits;

  /** Never cached; undefined when there is no such customer. */
  findLimits(tenant: string): Promise<LimitsOfCustomer | undefined>;

  /** Counts one request, and says whether it may pass. */
  countRequest(tenant: string, budget: RequestBudget): Promise<RequestCount>;

  /** What is left, without counting anything. */
  requestsOf(tenant: string, budget: RequestBudget): Promise<RequestCount>;
}

/**
 * Root service: one small connection pool on the tenancy plugin's schema for
 * the whole process, and one memory of who is refused.
 */
export const tenantLimitsServiceRef = createServiceRef<TenantLimits>({
  id: 'freehold.tenancy.limits',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.rootLogger,
        lifecycle: coreServices.rootLifecycle,
      },
      factory: deps => tenantLimitsFromConfig(deps),
    }),
});

/** @param options.database - behind the doors, of tenancy-backend's schema */
export function createTenantLimits(options: {
  tiers: TierLimits;
  database: Promise<TenantDatabase>;
  createCounter(points: number): RateLimiterAbstract;
}): TenantLimits {
  const { tiers, createCounter } = options;
  const limits = DatabaseCustomerLimits.create(options);
  const requests = RequestLimiter.create({
    createCounter,
    findLimits: async tenant => (await limits.find(tenant))?.effective,
  });
  return {
    tiers,
    findLimits: tenant => limits.find(tenant),
    countRequest: (tenant, budget) => requests.countRequest(tenant, budget),
    requestsOf: (tenant, budget) => requests.requestsOf(tenant, budget),
  };
}

async function tenantLimitsFromConfig(options: {
  config: RootConfigService;
  logger: RootLoggerService;
  lifecycle: RootLifecycleService;
}): Promise<TenantLimits> {
  const { config, logger, lifecycle } = options;
  const database = DatabaseManager.fromConfig(config, {
    rootLogger: logger,
    rootLifecycle: lifecycle,
  }).forPlugin('tenancy', options);
  const redis = config.getOptionalConfig('tenancy.limits.redis');
  const shared = {
    tiers: readTierLimits(config),
    database: TenantDatabase.create(database),
  };
  if (redis) {
    const { createCounter, close } = createRedisCounters(redis, logger);
    lifecycle.addShutdownHook(close);
    return createTenantLimits({ ...shared, createCounter });
  }
  // eslint-disable-next-line no-restricted-properties -- counters of no tenant, past the doors
  const knex = await database.getClient();
  return createTenantLimits({
    ...shared,
    createCounter: createPostgresCounters(knex),
  });
}
