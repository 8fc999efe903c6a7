import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bringBundle } from '../../tools/launcher/bundle.ts';
import { request } from '../http/request.ts';
import { processesWithin, residentMemory } from '../kill/processes.ts';
import { findFreePort } from '../../plugins/tenancy-node/src/testUtils/findFreePort.ts';
import { repository } from '../portal/Portal.ts';
import { until } from '../seed/until.ts';
import { entryScripts } from './entryScripts.ts';
import { type Benchmark, megabytes, milliseconds } from './figures.ts';
import { withStockApp } from './stockApp.ts';

/** Start time and memory of `npm start`, and what a browser loads first. */
export async function start(): Promise<Benchmark> {
  const bundle = await bringBundle();
  const data = await mkdtemp(path.join(os.tmpdir(), 'freehold-start-'));
  try {
    const cold = await startOnce(data, bundle.folder);
    const second = await startOnce(data, bundle.folder);
    const own = await entryScripts(path.join(bundle.folder, 'packages/app'));
    const stock = await withStockApp(entryScripts);
    return {
      title: 'Start, memory and the entry JavaScript',
      method:
        '`npm start` with everything installed and built, from the command to the first good answer of the readiness check: on an empty data folder, and again on the same one. Memory is resident memory of the portal, without PostgreSQL. JavaScript: the scripts index.html names, against an app that is nothing but `createApp()` with the same Backstage plugins, built by the same command.',
      figures: [
        { what: 'start on an empty folder', measured: seconds(cold.readyMs) },
        {
          what: 'second start',
          measured: seconds(second.readyMs),
          goal: 'within 10 s',
          reached: second.readyMs <= 10_000,
        },
        { what: 'Ctrl-C to the end', measured: milliseconds(second.stopMs) },
        { what: 'memory when ready', measured: megabytes(second.memory) },
        {
          what: 'memory ten seconds later',
          measured: megabytes(second.memoryLater),
        },
        compare('entry JavaScript', own.bytes, stock.bytes),
        compare('the same compressed', own.compressed, stock.compressed),
      ],
    };
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

function compare(what: string, own: number, stock: number) {
  return {
    what,
    measured: megabytes(own),
    comparedWith: megabytes(stock),
    ratio: own / stock,
  };
}

function seconds(value: number): string {
  return `${(value / 1000).toFixed(1)} s`;
}

async function startOnce(data: string, bundleFolder: string) {
  const port = await findFreePort();
  const begun = Date.now();
  const launcher = spawn(
    process.execPath,
    [
      path.join(repository, 'tools/run.mjs'),
      'start',
      '--port',
      `${port}`,
      '--data',
      data,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const exited = once(launcher, 'exit');
  try {
    await until(
      'npm start to be ready',
      async () => {
        const answer = await request(`http://localhost:${port}`, {
          path: '/.backstage/health/v1/readiness',
        }).catch(() => undefined);
        return answer?.status === 200 ? true : undefined;
      },
      180_000,
    );
    const readyMs = Date.now() - begun;
    const pid = await portalProcess(bundleFolder, port);
    const memory = (await residentMemory(pid)) ?? 0;
    await sleep(10_000);
    const memoryLater = (await residentMemory(pid)) ?? 0;
    const stopping = Date.now();
    launcher.kill('SIGINT');
    await exited;
    return { readyMs, memory, memoryLater, stopMs: Date.now() - stopping };
  } finally {
    launcher.kill('SIGTERM');
  }
}

/** The portal among the processes of the bundle: the one with this port. */
async function portalProcess(folder: string, port: number): Promise<number> {
  for (const { pid } of await processesWithin(folder)) {
    const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(
      () => '',
    );
    if (environment.split('\0').includes(`FREEHOLD_PORT=${port}`)) {
      return pid;
    }
  }
  throw new Error(`No process of ${folder} serves port ${port}`);
}
