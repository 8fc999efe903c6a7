import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { request } from '../http/request.ts';
import { leftInRuns } from '../kill/leftovers.ts';
import { processesWithin } from '../kill/processes.ts';
import type { Database } from '../portal/Database.ts';
import type { Portal } from '../portal/Portal.ts';
import type { Journal } from './slowTerraform.ts';

/** Folders that replicas keep things in. */
export interface Folders {
  /** Everything of the trial. */
  root: string;
  /** Of runs, of each replica. */
  runs: string[];
  published: string;
  journal: Journal;
}

interface SiteRow {
  tenant: string;
  name: string;
  state: string;
  title: string;
  titles: string[];
}

/**
 * What runs have left on the machine, and runs that met.
 *
 * @param patienceMs - for folders of a replica that was away, and is back
 */
export async function judgeMachine(
  folders: Folders,
  patienceMs = 30_000,
): Promise<string[]> {
  const left = await leftInRuns(folders.runs, patienceMs);
  const processes = await processesWithin(folders.root);
  return [
    ...left.map(name => `left in the folder of runs: ${name}`),
    ...processes.map(
      ({ pid, command }) => `process ${pid} is left: ${command}`,
    ),
    ...(await judgeJournal(folders.journal)),
  ];
}

/** No two published a site at once, and no run came to that end twice. */
async function judgeJournal(journal: Journal): Promise<string[]> {
  const [overlaps, published] = await Promise.all(
    [journal.overlaps, journal.published].map(async file => {
      const text = await readFile(file, 'utf8').catch(() => '');
      return text.split('\n').filter(Boolean);
    }),
  );
  const runs = published.map(line => /dep_[0-9a-f-]+/.exec(line)![0]);
  const twice = runs.filter((run, index) => runs.indexOf(run) !== index);
  return [
    ...overlaps.map(site => `two runs at once published ${site}`),
    ...twice.map(run => `${run} published twice`),
  ];
}

/**
 * What of the sites is not as the portal says. After an interrupted change a
 * live site may show what it was or what it was to be; once mended, the latter.
 */
export async function judgeSites(
  portal: Portal,
  database: Database,
  folders: Folders,
  options: { isMended: boolean },
): Promise<string[]> {
  const sites = await database.acrossTenants<SiteRow>(
    `select s.tenant_id as tenant, s.name, s.state, s.title,
            array_agg(d.desired ->> 'title') as titles
       from sites.sites s
       join sites.deployments d using (tenant_id, site_id)
      group by s.tenant_id, s.site_id, s.name, s.state, s.title
      order by 1, 2`,
  );
  const faults = await Promise.all(
    sites.map(async site => {
      const found = await faultsOfSite(portal, folders, site, options);
      return found.map(
        fault => `${site.tenant}/${site.name} (${site.state}): ${fault}`,
      );
    }),
  );
  return faults.flat();
}

async function faultsOfSite(
  portal: Portal,
  folders: Folders,
  site: SiteRow,
  { isMended }: { isMended: boolean },
): Promise<string[]> {
  const { tenant, name, state, title, titles } = site;
  const answer = await request(portal.url, {
    path: '/',
    headers: { host: `${name}.${tenant}.localhost:${portal.port}` },
  });
  const releases = await readdir(
    path.join(folders.published, tenant, name, 'releases'),
  ).catch((): string[] => []);
  const isLive = state === 'live';
  const shown = isMended ? [title] : titles;
  const opens =
    answer.status === 200 &&
    shown.some(each => answer.body.includes(`${each}<`));
  return [
    ...(isLive && !opens ? [`it answers ${answer.status}`] : []),
    ...(!isLive && answer.status !== 404
      ? [`it answers ${answer.status}, and should not`]
      : []),
    ...(isMended && !['live', 'deleted'].includes(state)
      ? ['it is neither live nor deleted']
      : []),
    ...(isMended && releases.length !== (isLive ? 1 : 0)
      ? [`published are ${JSON.stringify(releases)}`]
      : []),
  ];
}
