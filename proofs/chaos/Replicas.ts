import os from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../portal/Database.ts';
import type { Portal } from '../portal/Portal.ts';

/** What a replica was at when it was killed. */
export interface ReplicaKill {
  planning: number;
  applying: number;
}

/** A kill waits this long for its victim to be at work. */
const IDLE_MS = 10_000;

/** Processes of one portal, killed and brought back one at a time. */
export class Replicas {
  readonly portals: Portal[];
  readonly kills: ReplicaKill[] = [];
  private readonly up: Set<Portal>;
  private readonly database: Database;
  private readonly random: () => number;
  private turn = 0;

  constructor(portals: Portal[], database: Database, random: () => number) {
    this.portals = portals;
    this.up = new Set(portals);
    this.database = database;
    this.random = random;
  }

  /** One that is ready, each in its turn. */
  pickUp(): Portal {
    const ready = this.portals.filter(portal => this.up.has(portal));
    return ready[this.turn++ % ready.length];
  }

  /** Kills either while it is at work, and leaves it dead for a while. */
  async killOne(): Promise<void> {
    const victim =
      this.portals[Math.floor(this.random() * this.portals.length)];
    const [moment, pause] = [this.random() * 2_500, this.random() * 8_000];
    const deadline = Date.now() + IDLE_MS;
    while (Date.now() < deadline && !(await this.isAtWork(victim))) {
      await sleep(50);
    }
    await sleep(moment);
    const { pid } = victim;
    await victim.kill();
    this.up.delete(victim);
    this.kills.push(await this.heldBy(pid));
    await sleep(pause);
    await victim.launch();
    this.up.add(victim);
  }

  private async isAtWork({ pid }: Portal): Promise<boolean> {
    const { planning, applying } = await this.heldBy(pid);
    return planning + applying > 0;
  }

  private async heldBy(pid: number): Promise<ReplicaKill> {
    const [held] = await this.database.acrossTenants<ReplicaKill>(
      `select count(*) filter (where state = 'planning')::int as planning,
              count(*) filter (where state = 'applying')::int as applying
         from sites.deployments where worker_id like $1`,
      [`${os.hostname()}/${pid}/%`],
    );
    return held;
  }
}
