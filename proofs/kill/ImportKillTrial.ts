import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { median } from '../bench/figures.ts';
import { writeChargeFile } from '../costs/chargeFile.ts';
import { CostImports } from '../costs/CostImports.ts';
import { Session } from '../http/Session.ts';
import type { RunningPortal } from '../portal/startPortal.ts';
import { until } from '../seed/until.ts';
import {
  addTotals,
  type Ask,
  type ChargeTotals,
  findChargeFaults,
  readTotals,
} from './judgeCharges.ts';

/** What one kill did, and what was found after it. */
export interface ImportKillRecord {
  round: number;
  /** After the file was received. */
  killedAfterMs: number;
  stepAtKill: string;
  /** What was in force between the kill and the next start. */
  foundAfterKill: 'old' | 'new';
  /** From the restarted portal being ready until the import was over. */
  endedAfterMs: number;
  faults: string[];
}

/** Months of the files: hours, so that an import takes a few seconds. */
const MONTHS = ['2026-08', '2026-09'];

interface Version {
  file: string;
  totals: ChargeTotals;
}

/** Kills the portal in the middle of imports, and judges what is left. */
export class ImportKillTrial {
  static async prepare(running: RunningPortal): Promise<ImportKillTrial> {
    const trial = new ImportKillTrial(running, await signIn(running));
    await trial.measureUsualRuns();
    return trial;
  }

  private readonly running: RunningPortal;
  private imports: CostImports;
  private sourceId = '';
  private versions: Version[] = [];
  /** A further file of the same months. */
  private further!: Version;
  /** What the source has, when nothing runs. */
  private inForce: ChargeTotals = {};
  private usualMs = 0;

  private constructor(running: RunningPortal, imports: CostImports) {
    this.running = running;
    this.imports = imports;
  }

  /** @param moment - from 0, at once, to 1, when an import is usually over */
  async kill(round: number, moment: number): Promise<ImportKillRecord> {
    const { portal } = this.running;
    const before = await this.asOneMoment(ask =>
      readTotals(ask, this.sourceId),
    );
    const next = await this.nextAfter(before, round);
    const { importId } = await this.imports.upload(
      this.sourceId,
      next.file,
      next.mode,
    );
    const killedAfterMs = Math.round(moment * this.usualMs);
    await sleep(killedAfterMs);
    await portal.kill();
    await this.untilNobodyIsConnected();

    const [{ step }] = await this.asOneMoment(ask =>
      ask<{ step: string }>(
        'select coalesce(step, state) as step from costs.cost_imports where import_id = $1',
        [importId],
      ),
    );
    const after = await this.asOneMoment(ask => readTotals(ask, this.sourceId));
    const faultsAfterKill = await this.findFaults([before, next.totals]);
    await this.letTimePass(importId);
    await portal.launch();
    const ready = Date.now();
    this.imports = await signIn(this.running);
    await this.imports.succeed(importId);
    this.inForce = next.totals;
    return {
      round,
      killedAfterMs,
      stepAtKill: step,
      foundAfterKill: isSame(after, next.totals) ? 'new' : 'old',
      endedAfterMs: Date.now() - ready,
      faults: [
        ...faultsAfterKill.map(fault => `after the kill, ${fault}`),
        ...(await this.findFaults([next.totals])),
        ...(await this.findLeftFolders()),
      ],
    };
  }

  /** Every third import adds to what is there; the others replace it. */
  private async nextAfter(
    before: ChargeTotals,
    round: number,
  ): Promise<Version & { mode: 'replace' | 'add' }> {
    const isWhole = this.versions.some(it => isSame(it.totals, before));
    if (round % 3 === 2 && isWhole) {
      const { file, totals } = this.further;
      return {
        file,
        mode: 'add',
        totals: await this.asOneMoment(ask => addTotals(ask, before, totals)),
      };
    }
    const other = this.versions.find(it => !isSame(it.totals, before))!;
    return { ...other, mode: 'replace' };
  }

  /** Judges after `damage` was done, which is undone afterwards. */
  async judgeDamage(damage: string): Promise<string[]> {
    const undone = new Error('undone');
    let faults: string[] = [];
    await this.running.database
      .transaction(async client => {
        await client.query(damage.replaceAll('$source', this.sourceId));
        await client.query('set local role freehold_all');
        const ask: Ask = async (sql, values) =>
          (await client.query<any>(sql, values)).rows;
        faults = await findChargeFaults(ask, this.sourceId, [this.inForce]);
        throw undone;
      })
      .catch(error => {
        if (error !== undone) {
          throw error;
        }
      });
    return faults;
  }

  /** Brings both versions in, and again, undisturbed. */
  private async measureUsualRuns(): Promise<void> {
    const { cast } = this.running;
    const [first, second] = [cast.onlooker, cast.observed].map(({ slug }) => ({
      slug,
      sites: [],
    }));
    this.sourceId = await this.imports.createSource('killed');
    const times: number[] = [];
    const [further, ...versions] = await Promise.all(
      [[first], [first, second], [second]].map((customers, at) =>
        this.writeVersion(`charges-${at}`, customers),
      ),
    );
    this.further = await this.bringInFirst(further);
    for (const file of versions) {
      this.versions.push(await this.bringInFirst(file));
    }
    for (const { file } of this.versions) {
      times.push(await this.bringIn(file));
    }
    this.usualMs = median(times);
    this.inForce = this.versions[1].totals;
    const faults = await this.findFaults([this.inForce]);
    if (faults.length > 0) {
      throw new Error(`Even undisturbed: ${faults.join('; ')}`);
    }
  }

  private async writeVersion(
    name: string,
    customers: { slug: string; sites: string[] }[],
  ): Promise<string> {
    const file = path.join(this.running.portal.dataFolder, name);
    await writeChargeFile(file, {
      provider: 'AWS',
      customers,
      months: MONTHS,
      until: '2026-10-01',
      step: 'hour',
    });
    return file;
  }

  private async bringInFirst(file: string): Promise<Version> {
    await this.bringIn(file);
    const totals = await this.asOneMoment(ask =>
      readTotals(ask, this.sourceId),
    );
    return { file, totals };
  }

  private async bringIn(file: string): Promise<number> {
    const { importId } = await this.imports.upload(this.sourceId, file);
    const received = performance.now();
    await this.imports.succeed(importId);
    return performance.now() - received;
  }

  private findFaults(versions: ChargeTotals[]): Promise<string[]> {
    return this.asOneMoment(ask =>
      findChargeFaults(ask, this.sourceId, versions),
    );
  }

  private asOneMoment<T>(work: (ask: Ask) => Promise<T>): Promise<T> {
    return this.running.database.transaction(async client => {
      await client.query('set transaction isolation level repeatable read');
      await client.query('set local role freehold_all');
      return work(async (sql, values) => {
        const { rows } = await client.query<any>(sql, values);
        return rows;
      });
    });
  }

  /** PostgreSQL ends a statement before it sees that nobody waits for it. */
  private async untilNobodyIsConnected(): Promise<void> {
    const { database } = this.running;
    await until('connections of the killed portal to end', async () => {
      const { rows } = await database.pool.query<{ others: number }>(
        `select count(*)::int as others from pg_stat_activity
          where datname = current_database() and backend_type = 'client backend'
            and state <> 'idle' and pid <> pg_backend_pid()`,
      );
      return rows[0].others === 0 || undefined;
    });
  }

  /** An import without a sign of life is taken up after a minute; this is it. */
  private async letTimePass(importId: string): Promise<void> {
    await this.running.database.acrossTenants(
      `update costs.cost_imports set seen_at = seen_at - interval '2 minutes'
        where import_id = $1`,
      [importId],
    );
  }

  /** Folders that DuckDB worked in. */
  private async findLeftFolders(): Promise<string[]> {
    const folder = path.join(
      this.running.portal.dataFolder,
      'costs/workspaces',
    );
    const left = await until(
      'folders of imports to be removed',
      async () => ((await readdir(folder)).length === 0 ? [] : undefined),
      5_000,
    ).catch(() => readdir(folder));
    return left.map(name => `a folder of an import is left: ${name}`);
  }
}

async function signIn({ cast, portal }: RunningPortal): Promise<CostImports> {
  const email = 'finance@hosting.example';
  return new CostImports(
    await Session.signIn(portal.url, email, { email, password: cast.password }),
  );
}

function isSame(one: ChargeTotals, other: ChargeTotals): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
