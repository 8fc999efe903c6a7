import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Session } from '../http/Session.ts';
import { type RunningPortal, startPortal } from '../portal/startPortal.ts';
import { firstPlacement } from '../seed/orders.ts';
import { customersOf } from '../seed/tenants.ts';
import { until } from '../seed/until.ts';
import { Customer } from './Customer.ts';
import { type FirstOrder, measureFairness } from './fairness.ts';
import { judgeDeployments } from './judgeDeployments.ts';
import { type Folders, judgeMachine, judgeSites } from './judgeWorld.ts';
import { Person } from './Person.ts';
import { type ReplicaKill, Replicas } from './Replicas.ts';
import { copySlowTerraform } from './slowTerraform.ts';

/** How much of everything. */
export interface ChaosPlan {
  customers: number;
  /** In all, without the retries that mend what was cancelled. */
  deployments: number;
  /** Of these, what one customer orders at the very beginning. */
  ofBusy: number;
  kills: number;
  /** Whether both keep their runs in one folder, as on one machine. */
  isOneMachine: boolean;
}

/** What came of it all. */
export interface ChaosOutcome {
  plan: ChaosPlan;
  kills: ReplicaKill[];
  /** How many deployments ended how, before anything was mended. */
  ends: Record<string, number>;
  /** How often what was found dead was recovered, by what it was at. */
  recovered: { planning: number; applying: number; unsavedStates: number };
  firsts: FirstOrder[];
  lastOfBusyMs: number;
  tookMs: number;
  mended: number;
  faults: string[];
}

const PUBLISHING_SECONDS = 4;
/** What is done between the same two kills is spread over this long. */
const SPREAD_MS = 15_000;
const CAST = 4;
/** Within which everything has to be over, once nobody disturbs any more. */
const END_LIMIT_MS = 120_000;
const END_LIMIT_EACH_MS = 5_000;

/** Two replicas that are killed at random while customers order and change. */
export class ChaosTrial {
  static async prepare(
    plan: ChaosPlan,
    random: () => number,
  ): Promise<ChaosTrial> {
    const root = await mkdtemp(path.join(os.tmpdir(), 'freehold-chaos-'));
    const shared = path.join(root, 'shared');
    const runs = plan.isOneMachine
      ? [path.join(shared, 'runs')]
      : [path.join(root, 'runs-1'), path.join(root, 'runs-2')];
    const { directory, journal } = await copySlowTerraform(
      root,
      PUBLISHING_SECONDS,
    );
    const configOf = (index: number) => ({
      sites: {
        dataDirectory: shared,
        runsDirectory: runs[index % runs.length],
        terraform: { directory, cancelGrace: { seconds: 5 } },
        deployments: { concurrency: 1, staleAfter: { seconds: 6 } },
      },
    });
    const running = await startPortal(
      configOf(0),
      undefined,
      Math.max(plan.customers - CAST, 0),
    );
    const replica = await running.startReplica(configOf(1));
    return new ChaosTrial({
      plan,
      random,
      running,
      replicas: new Replicas(
        [running.portal, replica],
        running.database,
        random,
      ),
      folders: {
        root,
        runs,
        published: path.join(shared, 'published'),
        journal,
      },
    });
  }

  private readonly plan: ChaosPlan;
  private readonly random: () => number;
  private readonly running: RunningPortal;
  private readonly replicas: Replicas;
  private readonly folders: Folders;
  private isOver = false;

  private constructor(options: {
    plan: ChaosPlan;
    random: () => number;
    running: RunningPortal;
    replicas: Replicas;
    folders: Folders;
  }) {
    this.plan = options.plan;
    this.random = options.random;
    this.running = options.running;
    this.replicas = options.replicas;
    this.folders = options.folders;
  }

  async run(): Promise<ChaosOutcome> {
    const { database, portal } = this.running;
    const customers = await this.signIn();
    const [busy] = customers;
    const began = Date.now();
    await Promise.all([this.killAll(), this.work(customers)]);
    const unended = await this.untilAllEnded();
    const tookMs = Date.now() - began;
    const disturbed = [
      ...unended.map(fault => `it never ended: ${fault}`),
      ...(await judgeDeployments(database)),
      ...(await judgeMachine(this.folders)),
      ...(await judgeSites(portal, database, this.folders, {
        isMended: false,
      })),
    ];
    const ends = await this.countEnds();
    const before = await this.countDeployments();
    if (unended.length === 0) {
      await Promise.all(customers.map(customer => customer.mend()));
    }
    return {
      plan: this.plan,
      kills: this.replicas.kills,
      ends,
      recovered: await this.countRecovered(),
      ...(await measureFairness(database, busy.slug)),
      tookMs,
      mended: (await this.countDeployments()) - before,
      faults: [
        ...disturbed,
        ...(unended.length === 0 ? await this.judgeMended() : []),
      ],
    };
  }

  async remove(): Promise<void> {
    this.isOver = true;
    await this.running.remove();
    await rm(this.folders.root, { recursive: true, force: true });
  }

  private async judgeMended(): Promise<string[]> {
    const { database, portal } = this.running;
    return [
      ...(await judgeDeployments(database)),
      ...(await judgeMachine(this.folders)),
      ...(await judgeSites(portal, database, this.folders, { isMended: true })),
    ];
  }

  private async signIn(): Promise<Customer[]> {
    const { cast, portal } = this.running;
    const signIn = ({ email }: { email: string }) =>
      Person.signIn(this.replicas, email, cast.password);
    const [staff] = cast.staff;
    const operator = await signIn(staff);
    const placement = await firstPlacement(
      await Session.signIn(portal.url, staff.email, {
        email: staff.email,
        password: cast.password,
      }),
    );
    const customers: Customer[] = [];
    for (const { slug, members } of customersOf(cast)) {
      customers.push(
        new Customer({
          slug,
          owner: await signIn(members[0]),
          operator,
          placement,
          random: this.random,
        }),
      );
    }
    return customers.slice(0, this.plan.customers);
  }

  private async killAll(): Promise<void> {
    for (let kill = 0; kill < this.plan.kills; kill++) {
      await this.replicas.killOne();
    }
  }

  /** The busy one orders all at once; the others come while that waits. */
  private async work([busy, ...others]: Customer[]): Promise<void> {
    const { deployments, ofBusy, kills } = this.plan;
    for (let order = 0; order < ofBusy; order++) {
      await busy.order();
    }
    const ofOthers = deployments - ofBusy;
    await Promise.all(
      others.map(async (customer, index) => {
        for (let step = index; step < ofOthers; step += others.length) {
          if (step >= others.length) {
            // As the kills go on, so that none of them finds nothing to do.
            await this.untilKilled(Math.floor((step / ofOthers) * kills));
            await sleep(this.random() * SPREAD_MS);
          }
          await customer.doSomething();
          await customer.perhapsCancel();
        }
      }),
    );
  }

  private async untilKilled(count: number): Promise<void> {
    while (this.replicas.kills.length < count && !this.isOver) {
      await sleep(100);
    }
  }

  /** @returns what has not, after a time in which all of it should have */
  private async untilAllEnded(): Promise<string[]> {
    const list = async () => {
      const open = await this.running.database.acrossTenants<{ fault: string }>(
        `select deployment_id || ' ' || state || coalesce(': ' || setback::text, '') as fault
           from sites.deployments where finished_at is null`,
      );
      return open.map(({ fault }) => fault);
    };
    return until(
      'all deployments to end',
      async () => ((await list()).length === 0 ? [] : undefined),
      END_LIMIT_MS + this.plan.deployments * END_LIMIT_EACH_MS,
      500,
    ).catch(list);
  }

  private async countEnds(): Promise<Record<string, number>> {
    const rows = await this.running.database.acrossTenants<{
      state: string;
      count: number;
    }>(
      'select state, count(*)::int as count from sites.deployments group by 1',
    );
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  }

  private async countDeployments(): Promise<number> {
    const [{ count }] = await this.running.database.acrossTenants<{
      count: number;
    }>('select count(*)::int as count from sites.deployments');
    return count;
  }

  private async countRecovered(): Promise<ChaosOutcome['recovered']> {
    const [row] = await this.running.database.acrossTenants<
      ChaosOutcome['recovered']
    >(
      `select count(*) filter (where text like '%stopped while this deployment was planning%')::int as planning,
              count(*) filter (where text like '%stopped while this deployment was applying%')::int as applying,
              count(*) filter (where text like '%its last state; it was recovered%')::int as "unsavedStates"
         from sites.deployment_log`,
    );
    return row;
  }
}
