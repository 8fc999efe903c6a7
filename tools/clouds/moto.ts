import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { lastLines, signalGroup } from '../bootstrap/command.mjs';
import { findFreePort } from '../launcher/ports.ts';
import { onShutdown } from '../launcher/shutdown.ts';
import { makeTemporaryFolder } from '../trials/temporaryFolder.ts';
import { fillGapsOfMoto } from './motoGaps.ts';

export type MotoSearch = { found: string } | { missing: string };

export interface Moto {
  /** As AWS_ENDPOINT_URL. */
  endpoint: string;
  /** What the AWS SDK and Terraform's provider need to speak to it. */
  env: Record<string, string>;
  /** Forgets every resource. */
  reset(): Promise<void>;
  stop(): Promise<void>;
}

const START_MS = 60_000;

/**
 * Looks for moto, which imitates AWS: FREEHOLD_MOTO, then PATH.
 *
 * @returns the path of moto_server, or one line that says what to do
 */
export function findMoto(env: NodeJS.ProcessEnv = process.env): MotoSearch {
  const file =
    env.FREEHOLD_MOTO ||
    (env.PATH ?? '')
      .split(path.delimiter)
      .map(folder => path.join(folder, 'moto_server'))
      .find(candidate => fs.existsSync(candidate));
  return file
    ? { found: file }
    : {
        missing:
          'moto_server is not installed; install it (pip install "moto[server]"), or point FREEHOLD_MOTO at it',
      };
}

/**
 * Starts an empty AWS on a free port of this machine.
 *
 * @param binary - as found by findMoto
 */
export async function startMoto(binary: string): Promise<Moto> {
  const port = await findFreePort();
  const folder = makeTemporaryFolder('moto');
  const logFile = path.join(folder, 'moto.log');
  const log = fs.openSync(logFile, 'w');
  const server = spawn(binary, ['-H', '127.0.0.1', '-p', String(port)], {
    // A group of its own: a shim may start the server as a child.
    detached: true,
    stdio: ['ignore', log, log],
  });
  fs.closeSync(log);
  const ended = new Promise<void>(resolve => {
    server.once('exit', () => resolve());
    server.once('error', () => resolve());
  });
  const front = await findFreePort();
  const gaps = await fillGapsOfMoto(front, port);
  const stop = async () => {
    gaps.close();
    gaps.closeAllConnections();
    signalGroup(server.pid, 'SIGKILL');
    await ended;
  };
  onShutdown(stop);
  const endpoint = `http://127.0.0.1:${front}`;
  const answers = await Promise.race([waitUntilUp(endpoint), ended]);
  if (!answers) {
    await stop();
    throw new Error(`moto did not start: ${lastLines(logFile)}`);
  }
  return {
    endpoint,
    env: {
      AWS_ENDPOINT_URL: endpoint,
      AWS_ACCESS_KEY_ID: 'testing',
      AWS_SECRET_ACCESS_KEY: 'testing',
      AWS_REGION: 'eu-central-1',
    },
    reset: async () => {
      await fetch(`${endpoint}/moto-api/reset`, { method: 'POST' });
    },
    stop,
  };
}

async function waitUntilUp(endpoint: string) {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    try {
      const response = await fetch(`${endpoint}/moto-api/data.json`);
      if (response.ok) return true;
    } catch {
      // Not listening yet.
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  return false;
}
