import { setTimeout as sleep } from 'node:timers/promises';
import { median } from '../bench/figures.ts';
import { request } from '../http/request.ts';
import { Session } from '../http/Session.ts';
import type { Database } from '../portal/Database.ts';
import type { Portal } from '../portal/Portal.ts';
import { deploymentEnd, orderSite, uploadContent } from '../seed/orders.ts';
import { tarGz } from '../seed/archive.ts';
import type { Cast } from '../seed/tenants.ts';
import { findLeftovers, findStateFaults } from './leftovers.ts';
import { processesWithin } from './processes.ts';

/** What one kill did, and how the deployment ended after the restart. */
export interface KillRecord {
  round: number;
  kind: 'order' | 'update' | 'delete';
  /** After the request was accepted. */
  killedAfterMs: number;
  stateAtKill: string;
  terraformRanOn: boolean;
  /** From the restarted portal being ready. */
  settledAfterMs: number;
  retried: boolean;
  faults: string[];
}

const KINDS = ['order', 'update', 'delete'] as const;

/** Kills the portal in the middle of deployments and judges what is left. */
export class KillTrial {
  static async prepare(
    portal: Portal,
    database: Database,
    cast: Cast,
  ): Promise<KillTrial> {
    const owner = cast.onlooker.members[0];
    const session = await Session.signIn(portal.url, owner.email, {
      email: owner.email,
      password: cast.password,
    });
    const trial = new KillTrial(portal, database, session, cast.onlooker.slug);
    await trial.measureUsualRuns();
    return trial;
  }

  private readonly portal: Portal;
  private readonly database: Database;
  private readonly session: Session;
  private readonly customer: string;
  private readonly usualMs = { order: 0, update: 0, delete: 0 };

  private constructor(
    portal: Portal,
    database: Database,
    session: Session,
    customer: string,
  ) {
    this.portal = portal;
    this.database = database;
    this.session = session;
    this.customer = customer;
  }

  /** @param moment - from 0, at once, to 1, when a run is usually over */
  async kill(round: number, moment: number): Promise<KillRecord> {
    const kind = KINDS[round % KINDS.length];
    const name = `killed-${round}`;
    const started = await this.begin(kind, name);
    const killedAfterMs = Math.round(moment * this.usualMs[kind]);
    await sleep(killedAfterMs);
    await this.portal.kill();
    const left = await processesWithin(this.portal.dataFolder);
    const stateAtKill = await this.stateOf(started.deploymentId);

    await this.portal.launch();
    const ready = Date.now();
    const { deployment, retried } = await this.settle(started.deploymentId);
    return {
      round,
      kind,
      killedAfterMs,
      stateAtKill,
      terraformRanOn: left.some(({ command }) => /terraform/.test(command)),
      settledAfterMs: Date.now() - ready,
      retried,
      faults: [
        ...(deployment.state === 'succeeded'
          ? []
          : [`it ended ${deployment.state}: ${deployment.failure?.message}`]),
        ...(await findLeftovers(this.portal, this.database)),
        ...(await findStateFaults(this.database)),
        ...(await this.siteFaults(kind, name, started.siteId)),
      ],
    };
  }

  /** How long each kind of deployment takes when nobody disturbs it. */
  private async measureUsualRuns(): Promise<void> {
    // The first one warms the portal up, and is left out.
    const runs = { order: [], update: [], delete: [] } as Record<
      KillRecord['kind'],
      number[]
    >;
    for (const name of ['warm-up', 'first', 'second', 'third']) {
      const { siteId, deploymentId } = await orderSite(
        this.session,
        this.customer,
        { name },
      );
      runs.order.push(await this.timeToSuccess(deploymentId));
      for (const kind of ['update', 'delete'] as const) {
        const { deployment } = await this.change(kind, siteId, name);
        runs[kind].push(await this.timeToSuccess(deployment.deploymentId));
      }
    }
    for (const kind of KINDS) {
      this.usualMs[kind] = median(runs[kind].slice(1));
    }
  }

  private async timeToSuccess(deploymentId: string): Promise<number> {
    const start = performance.now();
    const { state, failure } = await this.end(deploymentId);
    if (state !== 'succeeded') {
      throw new Error(
        `Even an undisturbed deployment ${state}: ${JSON.stringify(failure)}`,
      );
    }
    return performance.now() - start;
  }

  private async begin(kind: KillRecord['kind'], name: string) {
    const ordered = await orderSite(this.session, this.customer, {
      name,
      title: `Title of ${name}`,
    });
    if (kind === 'order') {
      return ordered;
    }
    await deploymentEnd(this.session, this.customer, ordered.deploymentId);
    const { deployment } = await this.change(kind, ordered.siteId, name);
    return { ...ordered, deploymentId: deployment.deploymentId };
  }

  private async change(
    kind: KillRecord['kind'],
    siteId: string,
    name: string,
  ): Promise<any> {
    const address = `/api/sites/customers/${this.customer}/sites/${siteId}`;
    if (kind === 'delete') {
      return this.session.json({ method: 'DELETE', path: address });
    }
    const contentId = await uploadContent(
      this.session,
      this.customer,
      tarGz([{ name: 'index.html', content: `<h1>Changed ${name}</h1>` }]),
    );
    return this.session.json({
      method: 'PATCH',
      path: address,
      body: { content: { kind: 'upload', contentId } },
    });
  }

  /** Waits for the end; a deployment that failed gets its one retry. */
  private async settle(deploymentId: string) {
    const first = await this.end(deploymentId);
    if (first.state === 'succeeded') {
      return { deployment: first, retried: false };
    }
    const retry = await this.session.json({
      method: 'POST',
      path: `/api/sites/customers/${this.customer}/deployments/${deploymentId}/retry`,
    });
    return { deployment: await this.end(retry.deploymentId), retried: true };
  }

  private end(deploymentId: string) {
    return deploymentEnd(this.session, this.customer, deploymentId, 120_000);
  }

  private async stateOf(deploymentId: string): Promise<string> {
    const [row] = await this.database.acrossTenants<{ state: string }>(
      'select state from sites.deployments where deployment_id = $1',
      [deploymentId],
    );
    return row.state;
  }

  private async siteFaults(
    kind: KillRecord['kind'],
    name: string,
    siteId: string,
  ): Promise<string[]> {
    const site = await this.session.json({
      path: `/api/sites/customers/${this.customer}/sites/${siteId}`,
    });
    const expected = kind === 'delete' ? 'deleted' : 'live';
    const answer = await request(this.portal.url, {
      path: '/',
      headers: {
        host: `${name}.${this.customer}.localhost:${this.portal.port}`,
      },
    });
    const text = kind === 'update' ? `Changed ${name}` : `Title of ${name}`;
    const opens = answer.status === 200 && answer.body.includes(text);
    return [
      ...(site.state === expected
        ? []
        : [`the site is ${site.state}, not ${expected}`]),
      ...(opens === (kind !== 'delete')
        ? []
        : [`opening the site answered ${answer.status}`]),
    ];
  }
}
