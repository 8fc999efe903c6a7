import type { LoggerService } from '@backstage/backend-plugin-api';
import { isFinal } from '@freehold/plugin-sites-common';
import type { TenantDatabase } from '@freehold/plugin-tenancy-node';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  DeploymentLogStore,
  LogLine,
} from '../database/DeploymentLogStore';
import type { DeploymentsStore } from '../database/DeploymentsStore';
import type { DeploymentFollowers } from './DeploymentFollowers';

const PAGE_LINES = 500;
const HEARTBEAT_MILLISECONDS = 15_000;
const ALLOWED_CHECK_MILLISECONDS = 3_000;
/** Notifications are hints; without any this is how late a line can be. */
const POLL_MILLISECONDS = 2_000;

export interface LogStreamOptions {
  tenant: string;
  deploymentId: string;
  /** Sequence number of the last line already seen; 0 for none. */
  after: number;
  /** Asked every few seconds; the stream ends when the caller may not read any more. */
  isStillAllowed(): Promise<boolean>;
}

/**
 * Sends a deployment's log as server-sent events, live, until it ends: `line`
 * with {seq, at, stream, text}, `state` with {state} whenever it changed, and
 * `end` with {state} at its final state. Waits for slow readers.
 */
export class DeploymentLogStream {
  constructor(
    private readonly deps: {
      database: TenantDatabase;
      deployments: DeploymentsStore;
      log: DeploymentLogStore;
      followers: DeploymentFollowers;
      logger: LoggerService;
    },
  ) {}

  /**
   * @throws NotFoundError before anything is sent, alike for an unknown and for
   *   another tenant's deployment
   */
  async send(
    response: ServerResponse,
    options: LogStreamOptions,
  ): Promise<void> {
    const { tenant, deploymentId } = options;
    await this.read(options, options.after);
    const closed = new AbortController();
    response.once('close', () => closed.abort());
    const follower = this.deps.followers.follow(tenant, deploymentId);
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // Caches must not keep it, proxies and compression not hold it back.
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    response.flushHeaders();
    try {
      await this.follow(response, options, follower, closed.signal);
    } catch (error) {
      if (!closed.signal.aborted) {
        this.deps.logger.warn(
          `The log stream of deployment ${deploymentId} broke off: ${error}`,
        );
      }
    } finally {
      follower.close();
      response.end();
    }
  }

  private async follow(
    response: ServerResponse,
    options: LogStreamOptions,
    follower: { changed(): Promise<void> },
    closed: AbortSignal,
  ): Promise<void> {
    let seen = options.after;
    let shownState: string | undefined;
    let lastSent = Date.now();
    let lastAllowed = Date.now();
    while (!closed.aborted) {
      // Before reading, so that what changes meanwhile wakes the next round.
      const changed = follower.changed();
      const { state, lines } = await this.read(options, seen);
      if (state !== shownState) {
        shownState = state;
        lastSent = Date.now();
        await write(response, event('state', { state }), closed);
      }
      for (const line of lines) {
        seen = line.seq;
        lastSent = Date.now();
        await write(response, lineEvent(line), closed);
      }
      if (lines.length === PAGE_LINES) {
        continue;
      }
      if (isFinal(state)) {
        await write(response, event('end', { state }), closed);
        return;
      }
      if (Date.now() - lastSent > HEARTBEAT_MILLISECONDS) {
        lastSent = Date.now();
        await write(response, ': still here\n\n', closed);
      }
      if (Date.now() - lastAllowed > ALLOWED_CHECK_MILLISECONDS) {
        if (!(await options.isStillAllowed())) {
          return;
        }
        lastAllowed = Date.now();
      }
      await Promise.race([
        changed,
        sleep(POLL_MILLISECONDS, undefined, { signal: closed }).catch(
          () => undefined,
        ),
      ]);
    }
  }

  /** State first, lines after: a final state is read with its last lines. */
  private async read(options: LogStreamOptions, after: number) {
    const { tenant, deploymentId } = options;
    return this.deps.database.transaction(tenant, async trx => {
      const { state } = await this.deps.deployments.get(
        trx,
        tenant,
        deploymentId,
      );
      const lines = await this.deps.log.read(trx, tenant, deploymentId, {
        after,
        limit: PAGE_LINES,
      });
      return { state, lines };
    });
  }
}

/** Waits until the reader took what was written before. */
async function write(
  response: ServerResponse,
  text: string,
  closed: AbortSignal,
): Promise<void> {
  if (!response.write(text) && !closed.aborted) {
    await once(response, 'drain', { signal: closed });
  }
}

function lineEvent({ seq, at, stream, text }: LogLine): string {
  return `id: ${seq}\n${event('line', { seq, at, stream, text })}`;
}

/** JSON has no line breaks, so one data field holds it. */
function event(name: string, data: object): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
