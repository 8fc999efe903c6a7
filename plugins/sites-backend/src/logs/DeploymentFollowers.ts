import type { LoggerService } from '@backstage/backend-plugin-api';
import { createDeferred } from '@backstage/types';
import { DEPLOYMENTS_CHANNEL } from '../database/deploymentNotifications';
import type { NotificationListener } from '../database/NotificationListener';

/** Wakes those in this process who follow a deployment. */
export class DeploymentFollowers {
  private readonly wakers = new Map<string, Set<() => void>>();

  static create(
    listener: NotificationListener,
    logger: LoggerService,
  ): DeploymentFollowers {
    return new DeploymentFollowers(listener, logger);
  }

  private subscription?: Promise<unknown>;

  private constructor(
    private readonly listener: NotificationListener,
    private readonly logger: LoggerService,
  ) {}

  follow(
    tenant: string,
    deploymentId: string,
  ): {
    /** Resolves at the next change after the call. */
    changed(): Promise<void>;
    close(): void;
  } {
    this.subscription ??= this.subscribe();
    const key = `${tenant}/${deploymentId}`;
    let next = createDeferred();
    const wake = () => {
      next.resolve();
      next = createDeferred();
    };
    const wakers = this.wakers.get(key) ?? new Set();
    this.wakers.set(key, wakers.add(wake));
    return {
      changed: () => next,
      close: () => {
        wakers.delete(wake);
        if (wakers.size === 0 && this.wakers.get(key) === wakers) {
          this.wakers.delete(key);
        }
      },
    };
  }

  /** Without it followers look by themselves, only less often. */
  private async subscribe(): Promise<void> {
    try {
      await this.listener.subscribe(DEPLOYMENTS_CHANNEL, {
        onNotification: deployment => this.wake(deployment),
        onReconnect: () => this.wakeAll(),
      });
    } catch (error) {
      this.subscription = undefined;
      this.logger.warn(`Cannot follow deployments live: ${error}`);
    }
  }

  private wake(key: string): void {
    this.wakers.get(key)?.forEach(waker => waker());
  }

  private wakeAll(): void {
    this.wakers.forEach(wakers => wakers.forEach(waker => waker()));
  }
}
