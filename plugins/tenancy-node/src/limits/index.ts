export { createPostgresCounters, createRedisCounters } from './createCounters';
export type { LimitsOfCustomer } from './DatabaseCustomerLimits';
export { LimitReachedError } from './LimitReachedError';
export { readTierLimits, type TierLimits } from './readTierLimits';
export {
  REQUEST_WINDOW_SECONDS,
  type RequestBudget,
  type RequestCount,
} from './RequestLimiter';
export {
  createTenantLimits,
  tenantLimitsServiceRef,
  type TenantLimits,
} from './tenantLimits';
