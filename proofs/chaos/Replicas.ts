import os from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../portal/Database.ts';
import type { Portal } from '../portal/Portal.ts';

/** What a replica was at when it was killed. */
export interface ReplicaKill {
  planning: number;
  applying: number;
}

/** A kill waits this long for something to be under way. */
const IDLE_MS = 20_000;

/** Processes of one portal, killed and brought back one at a time. */
export class Replicas {
  readonly portals: Portal[];
  /** Those that were killed and are back. */
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

  /**
   * Kills one that is at work, soon after it began to plan or any time after it
   * began to apply, and leaves it dead for a while.
   */
  async killOne(): Promise<void> {
    // Both, however few kills there are.
    const state = this.kills.length % 3 === 1 ? 'planning' : 'applying';
    const [which, moment, pause] = [
      this.random(),
      this.random() * (state === 'planning' ? 300 : 4_000),
      this.random() * 8_000,
    ];
    const atWork = await this.untilAtWork(state);
    const victim = atWork[Math.floor(which * atWork.length)];
    await sleep(moment);
    const { pid } = victim;
    await victim.kill();
    this.up.delete(victim);
    const held = await this.heldBy(pid);
    await sleep(pause);
    await victim.launch();
    this.up.add(victim);
    this.kills.push(held);
  }

  /** Who is at something of the kind; everybody, when nobody ever is. */
  private async untilAtWork(state: keyof ReplicaKill): Promise<Portal[]> {
    const deadline = Date.now() + IDLE_MS;
    while (Date.now() < deadline) {
      const held = await Promise.all(
        this.portals.map(({ pid }) => this.heldBy(pid)),
      );
      const atWork = this.portals.filter((_, index) => held[index][state] > 0);
      if (atWork.length > 0) {
        return atWork;
      }
      await sleep(20);
    }
    return this.portals;
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
