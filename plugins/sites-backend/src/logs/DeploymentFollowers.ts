import { createDeferred } from '@backstage/types';
import { DEPLOYMENTS_CHANNEL } from '../database/deploymentNotifications';
import type { NotificationListener } from '../database/NotificationListener';

/** Wakes those in this process who follow a deployment. */
export class DeploymentFollowers {
  private readonly wakers = new Map<string, Set<() => void>>();

  static async create(
    listener: NotificationListener,
  ): Promise<DeploymentFollowers> {
    const followers = new DeploymentFollowers();
    await listener.subscribe(DEPLOYMENTS_CHANNEL, {
      onNotification: deployment => followers.wake(deployment),
      onReconnect: () => followers.wakeAll(),
    });
    return followers;
  }

  follow(
    tenant: string,
    deploymentId: string,
  ): {
    /** Resolves at the next change after the call. */
    changed(): Promise<void>;
    close(): void;
  } {
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

  private wake(key: string): void {
    this.wakers.get(key)?.forEach(waker => waker());
  }

  private wakeAll(): void {
    this.wakers.forEach(wakers => wakers.forEach(waker => waker()));
  }
}
