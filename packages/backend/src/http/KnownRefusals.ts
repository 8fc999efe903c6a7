import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { RequestCount } from '@freehold/plugin-tenancy-node';
import type { Request, RequestHandler } from 'express';
import { LRUCache } from 'lru-cache';
import {
  budgetOf,
  describeLimit,
  isCounted,
  limitReached,
} from './requestBudgets';

/** Changed limits and ended sessions show again after this long. */
const KEPT_MILLISECONDS = 5_000;
const MOST_CALLERS = 10_000;

interface KnownRefusal {
  count: RequestCount;
  /** When the budget is whole again. */
  resetAt: number;
  onRefused: () => void;
}

/**
 * Remembers for a few seconds which tokens were refused because their
 * customer's requests are used up, and refuses them before anything is done
 * for them: no token is verified, no database asked, no line logged.
 *
 * A token belongs to one member of one customer and the key holds all of it, so
 * that nobody is refused for another.
 */
export class KnownRefusals {
  static create(): KnownRefusals {
    return new KnownRefusals();
  }

  private readonly refusals = new LRUCache<string, KnownRefusal>({
    max: MOST_CALLERS,
    ttl: KEPT_MILLISECONDS,
    perf: Date,
  });

  private constructor() {}

  /**
   * @param count - by which a request was refused, after its token was verified
   * @param onRefused - called for each request that is refused from memory
   */
  remember(req: Request, count: RequestCount, onRefused: () => void): void {
    const key = keyOf(req);
    const resetMs = count.resetSeconds * 1_000;
    if (key) {
      this.refusals.set(
        key,
        { count, resetAt: Date.now() + resetMs, onRefused },
        { ttl: Math.min(resetMs, KEPT_MILLISECONDS) },
      );
    }
  }

  /** Goes before the routes of all plugins. */
  readonly handle: RequestHandler = (req, res, next) => {
    const key = this.refusals.size > 0 && isLimited(req) && keyOf(req);
    const known = key && this.refusals.get(key);
    if (!known) {
      next();
      return;
    }
    const leftMs = known.resetAt - Date.now();
    const count = {
      ...known.count,
      resetSeconds: Math.max(Math.ceil(leftMs / 1_000), 1),
    };
    describeLimit(res, count);
    known.onRefused();
    next(limitReached(res, count));
  };
}

/** One memory for all plugins of the process. */
export const knownRefusalsServiceRef = createServiceRef<KnownRefusals>({
  id: 'freehold.backend.knownRefusals',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: () => KnownRefusals.create(),
    }),
});

/** Undefined for what carries its token elsewhere, which goes the long way. */
function keyOf(req: Request): string | undefined {
  const token = /^Bearer +(\S+) *$/i.exec(req.headers.authorization ?? '')?.[1];
  return token && `${budgetOf(req)} ${token}`;
}

function isLimited(req: Request): boolean {
  const pluginId = /^\/api\/([^/?]+)/i.exec(req.path)?.[1];
  return pluginId !== undefined && isCounted(pluginId.toLowerCase());
}
