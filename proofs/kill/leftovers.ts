import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Database } from '../portal/Database.ts';
import type { Portal } from '../portal/Portal.ts';
import { until } from '../seed/until.ts';
import { processesWithin } from './processes.ts';

/** Processes, locks and run directories that outlived their run. */
export async function findLeftovers(
  portal: Portal,
  database: Database,
): Promise<string[]> {
  const processes = await processesWithin(portal.dataFolder);
  const orphans = processes.filter(({ pid }) => pid !== portal.pid);
  const locks = await database.acrossTenants(
    'select site_id, lock_id from sites.terraform_locks',
  );
  return [
    ...orphans.map(({ pid, command }) => `process ${pid} is left: ${command}`),
    ...locks.map(lock => `a lock is left: ${JSON.stringify(lock)}`),
    ...(await leftInRuns([path.join(portal.dataFolder, 'runs')])).map(
      name => `a run directory is left: ${name}`,
    ),
  ];
}

/**
 * What is left in folders of runs, but for the name of the folder itself. A
 * run's goes shortly after its end, so there is some patience.
 */
export async function leftInRuns(
  folders: string[],
  patienceMs = 10_000,
): Promise<string[]> {
  const list = async () => {
    const names = await Promise.all(
      folders.map(folder => readdir(folder).catch((): string[] => [])),
    );
    return names.flat().filter(name => name !== '.place');
  };
  return until(
    'run directories to be removed',
    async () => ((await list()).length === 0 ? [] : undefined),
    patienceMs,
  ).catch(list);
}

/** Versions follow each other, serials never fall, lineages never change. */
export async function findStateFaults(database: Database): Promise<string[]> {
  const states = await database.acrossTenants<{
    site: string;
    fault: string | null;
  }>(
    `select site_id as site,
            case when version <> coalesce(lag(version) over w, version - 1) + 1
                   then 'a version is missing'
                 when serial < lag(serial) over w then 'its serial fell'
                 when lineage <> lag(lineage) over w then 'its lineage changed'
             end as fault
       from sites.terraform_states
     window w as (partition by tenant_id, site_id order by version)`,
  );
  if (states.length === 0) {
    return ['no state was kept at all'];
  }
  return states
    .filter(({ fault }) => fault !== null)
    .map(({ site, fault }) => `state of ${site}: ${fault}`);
}
