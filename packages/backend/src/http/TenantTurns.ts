import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { Response } from 'express';
import { LRUCache } from 'lru-cache';
import pLimit, { type Limit } from 'p-limit';

/** Requests of one customer that a process works on at once. */
const AT_ONCE = 4;
/** Streams and uploads go on without keeping others of the customer waiting. */
const LONGEST_TURN_MILLISECONDS = 1_000;
const MOST_LANES = 1_000;

/**
 * Lets the requests of a customer take turns, a few at once in each process, so
 * that a hundred sent together stand in each other's way and not in that of
 * other customers.
 */
export class TenantTurns {
  static create(): TenantTurns {
    return new TenantTurns();
  }

  private readonly lanes = new LRUCache<string, Limit>({ max: MOST_LANES });

  private constructor() {}

  /**
   * Resolves when it is the request's turn, which ends with its answer.
   *
   * @returns whether somebody still waits for the answer
   */
  async take(tenant: string, res: Response): Promise<boolean> {
    const lane = this.laneOf(tenant);
    await new Promise<void>(begin => {
      lane(() => {
        begin();
        return endOf(res);
      });
    });
    return !res.closed;
  }

  private laneOf(tenant: string): Limit {
    let lane = this.lanes.get(tenant);
    if (!lane) {
      lane = pLimit(AT_ONCE);
      this.lanes.set(tenant, lane);
    }
    return lane;
  }
}

/** One for all plugins of the process. */
export const tenantTurnsServiceRef = createServiceRef<TenantTurns>({
  id: 'freehold.backend.tenantTurns',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: () => TenantTurns.create(),
    }),
});

function endOf(res: Response): Promise<void> {
  return new Promise(resolve => {
    if (res.closed) {
      resolve();
      return;
    }
    const timer = setTimeout(resolve, LONGEST_TURN_MILLISECONDS);
    res.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
