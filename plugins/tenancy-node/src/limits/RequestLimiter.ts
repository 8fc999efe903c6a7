import {
  PAGE_REQUESTS_FACTOR,
  type CustomerLimits,
} from '@freehold/plugin-tenancy-common';
import {
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';

/** Requests are counted over this long, from the first one on. */
export const REQUEST_WINDOW_SECONDS = 60;

/** How long a change of a customer's limits may go unnoticed. */
const LIMITS_KEPT_MILLISECONDS = 5_000;

/** `requests` of programs, and those that `pages` of the portal make. */
export type RequestBudget = 'requests' | 'pages';

export interface RequestCount {
  budget: RequestBudget;
  isAllowed: boolean;
  limit: number;
  remaining: number;
  /** Until the budget is whole again. */
  resetSeconds: number;
}

/**
 * Counts the requests of customers, all replicas together. No more than the
 * limit pass in a window; what is refused costs the database nothing.
 */
export class RequestLimiter {
  /**
   * @param options.findLimits - undefined for customers that don't exist
   * @param options.createCounter - a counter for a limit of so many points; all
   *   of them count in the same place
   */
  static create(options: {
    findLimits(tenant: string): Promise<CustomerLimits | undefined>;
    createCounter(points: number): RateLimiterAbstract;
  }): RequestLimiter {
    return new RequestLimiter(options);
  }

  /** By their points; customers with the same limit share one. */
  private readonly counters = new Map<number, RateLimiterAbstract>();
  private readonly known = new Map<
    string,
    { until: number; perMinute: Promise<number> }
  >();

  private constructor(
    private readonly options: Parameters<typeof RequestLimiter.create>[0],
  ) {}

  async countRequest(
    tenant: string,
    budget: RequestBudget,
  ): Promise<RequestCount> {
    const limit = await this.limitOf(tenant, budget);
    const result = await this.counterOf(limit)
      .consume(keyOf(tenant, budget))
      .then(
        passed => ({ isAllowed: true, passed }),
        refused => ({ isAllowed: false, passed: asResult(refused) }),
      );
    return toCount(budget, limit, result.passed, result.isAllowed);
  }

  /** What is left, without counting anything. */
  async requestsOf(
    tenant: string,
    budget: RequestBudget,
  ): Promise<RequestCount> {
    const limit = await this.limitOf(tenant, budget);
    const result = await this.counterOf(limit).get(keyOf(tenant, budget));
    return result
      ? toCount(budget, limit, result, result.consumedPoints < limit)
      : { budget, isAllowed: true, limit, remaining: limit, resetSeconds: 0 };
  }

  private counterOf(limit: number): RateLimiterAbstract {
    let counter = this.counters.get(limit);
    if (!counter) {
      counter = this.options.createCounter(limit);
      this.counters.set(limit, counter);
    }
    return counter;
  }

  private async limitOf(
    tenant: string,
    budget: RequestBudget,
  ): Promise<number> {
    const perMinute = await this.perMinuteOf(tenant);
    return budget === 'pages' ? perMinute * PAGE_REQUESTS_FACTOR : perMinute;
  }

  private perMinuteOf(tenant: string): Promise<number> {
    const known = this.known.get(tenant);
    if (known && known.until > Date.now()) {
      return known.perMinute;
    }
    const perMinute = this.options
      .findLimits(tenant)
      .then(limits => limits?.requestsPerMinute ?? 1);
    // A failed reading is not kept.
    perMinute.catch(() => this.known.delete(tenant));
    this.known.set(tenant, {
      until: Date.now() + LIMITS_KEPT_MILLISECONDS,
      perMinute,
    });
    return perMinute;
  }
}

function keyOf(tenant: string, budget: RequestBudget): string {
  return `${budget}:${tenant}`;
}

/** What a counter rejects with is a count, unless it is broken. */
function asResult(refused: unknown): RateLimiterRes {
  if (refused instanceof RateLimiterRes) {
    return refused;
  }
  throw refused;
}

function toCount(
  budget: RequestBudget,
  limit: number,
  result: RateLimiterRes,
  isAllowed: boolean,
): RequestCount {
  return {
    budget,
    isAllowed,
    limit,
    remaining: isAllowed ? Math.max(result.remainingPoints, 0) : 0,
    resetSeconds: Math.max(Math.ceil(result.msBeforeNext / 1_000), 1),
  };
}
