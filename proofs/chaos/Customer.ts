import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Call } from '../http/request.ts';
import type { Placement } from '../seed/orders.ts';
import type { Person } from './Person.ts';

/** A site as its customer knows it. */
interface OwnSite {
  siteId: string;
  name: string;
  lastDeploymentId: string;
}

const FINAL = ['succeeded', 'failed', 'cancelled'];
const END_LIMIT_MS = 600_000;

/** One customer, and what it does with its sites. */
export class Customer {
  readonly slug: string;
  /** Of everything it began, in that order. */
  readonly deploymentIds: string[] = [];
  readonly sites: OwnSite[] = [];
  private readonly owner: Person;
  private readonly operator: Person;
  private readonly placement: Placement;
  private readonly random: () => number;

  constructor(options: {
    slug: string;
    owner: Person;
    operator: Person;
    placement: Placement;
    random: () => number;
  }) {
    this.slug = options.slug;
    this.owner = options.owner;
    this.operator = options.operator;
    this.placement = options.placement;
    this.random = options.random;
  }

  async order(): Promise<void> {
    const name = `site-${this.sites.length}`;
    const site: OwnSite = { siteId: '', name, lastDeploymentId: '' };
    this.sites.push(site);
    const { site: placed, deployment } = await this.owner.get({
      method: 'POST',
      path: `${this.path}/sites`,
      headers: { 'idempotency-key': randomUUID() },
      body: {
        ...this.placement,
        name,
        title: titleOf(name, 0),
        content: { kind: 'starter' },
      },
    });
    site.siteId = placed.siteId;
    this.began(site, deployment);
  }

  /** Orders, changes, deletes, or retries what did not go well before. */
  async doSomething(): Promise<void> {
    const chance = this.random();
    const site = this.sites[Math.floor(this.random() * this.sites.length)];
    if (!site || chance < 0.4) {
      await this.order();
      return;
    }
    const last = await this.endOf(site);
    if (last.state !== 'succeeded') {
      await this.retry(site);
    } else if (last.kind === 'destroy') {
      await this.order();
    } else {
      await this.begin(
        site,
        chance < 0.85
          ? {
              method: 'PATCH',
              path: this.pathOf(site),
              body: { title: titleOf(site.name, this.deploymentIds.length) },
            }
          : { method: 'DELETE', path: this.pathOf(site) },
      );
    }
  }

  /** After a while, one time in five; one time in three of these by force. */
  async perhapsCancel(): Promise<void> {
    const deploymentId = this.deploymentIds.at(-1)!;
    const [isAsked, isForced, wait] = [
      this.random() < 0.2,
      this.random() < 0.33,
      this.random() * 5_000,
    ];
    if (!isAsked) {
      return;
    }
    await sleep(wait);
    const path = `${this.path}/deployments/${deploymentId}`;
    const { status } = isForced
      ? await this.operator.ask({
          method: 'POST',
          path: `${path}/force-cancel`,
          body: { reason: 'Chaos' },
        })
      : await this.owner.ask({ method: 'POST', path: `${path}/cancel` });
    // It may have ended already.
    if (status > 299 && status !== 409) {
      throw new Error(`To cancel ${deploymentId} was answered ${status}`);
    }
  }

  /** Retries, undisturbed, what did not succeed. */
  async mend(): Promise<void> {
    for (const site of this.sites) {
      const { state } = await this.endOf(site);
      if (state !== 'succeeded') {
        await this.retry(site);
      }
    }
    for (const site of this.sites) {
      await this.endOf(site);
    }
  }

  /** The last deployment of a site, once it has ended. */
  private async endOf({ lastDeploymentId }: OwnSite): Promise<any> {
    const deadline = Date.now() + END_LIMIT_MS;
    for (;;) {
      const deployment = await this.owner.get({
        path: `${this.path}/deployments/${lastDeploymentId}`,
      });
      if (FINAL.includes(deployment.state)) {
        return deployment;
      }
      if (Date.now() > deadline) {
        throw new Error(
          `Deployment ${lastDeploymentId} of ${this.slug} is still ${deployment.state}`,
        );
      }
      await sleep(250);
    }
  }

  private retry(site: OwnSite): Promise<void> {
    return this.begin(site, {
      method: 'POST',
      path: `${this.path}/deployments/${site.lastDeploymentId}/retry`,
    });
  }

  /**
   * Only orders can be told from their repetition. Where the rest was cut short
   * after its effect, the second try is refused, and its effect is looked up.
   */
  private async begin(site: OwnSite, call: Call): Promise<void> {
    const { status, body } = await this.owner.ask(call);
    if (status < 300) {
      this.began(site, body.deployment ?? body);
      return;
    }
    const { items } = await this.owner.get({
      path: `/api/sites/deployments?customer=${this.slug}&site=${site.siteId}&limit=1`,
    });
    if (items[0].deploymentId === site.lastDeploymentId) {
      throw new Error(
        `${call.method} ${call.path} answered ${status} ${JSON.stringify(body)}`,
      );
    }
    this.began(site, items[0]);
  }

  private began(site: OwnSite, deployment: { deploymentId: string }): void {
    site.lastDeploymentId = deployment.deploymentId;
    this.deploymentIds.push(deployment.deploymentId);
  }

  private get path(): string {
    return `/api/sites/customers/${this.slug}`;
  }

  private pathOf({ siteId }: OwnSite): string {
    return `${this.path}/sites/${siteId}`;
  }
}

function titleOf(name: string, change: number): string {
  return `Title ${change} of ${name}`;
}
