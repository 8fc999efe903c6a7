import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { cache, root } from '../bootstrap/paths.mjs';
import { Problem } from '../bootstrap/problem.mjs';

/** What a person may choose about a portal on this machine. */
export interface Settings {
  /** Port of the portal on loopback, 1 to 65535. */
  port: number;
  /** Absolute path of the folder that keeps the database and the secrets. */
  dataFolder: string;
  /** Begin with an empty data folder. */
  reset: boolean;
  /** Show the portal's log on the terminal, too. */
  verbose: boolean;
}

const DEFAULT_PORT = 7007;

/**
 * Reads flags, then the environment (FREEHOLD_PORT, FREEHOLD_DATA), then falls
 * back to defaults.
 *
 * @param usage - the command as a person types it, for messages
 */
export function readSettings(
  args: string[],
  usage: string,
  env: NodeJS.ProcessEnv = process.env,
): Settings {
  const values = parseFlags(args, usage);
  const port = values.port ?? env.FREEHOLD_PORT;
  const folder = values.data ?? env.FREEHOLD_DATA;
  return {
    port: port ? parsePort(port) : DEFAULT_PORT,
    dataFolder: folder
      ? realPath(path.resolve(folder))
      : path.join(cache, 'data'),
    reset: values.reset ?? false,
    verbose: values.verbose ?? false,
  };
}

function parseFlags(args: string[], usage: string) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        reset: { type: 'boolean' },
        verbose: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    const [reason] = (error as Error).message.split(/\. |\n/);
    throw new Problem(
      `${reason}. Usage: ${usage} [-- --port <number>] [--data <folder>] [--reset] [--verbose]`,
    );
  }
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Problem(
      `"${text}" is not a port. Give a number from 1 to 65535 with --port.`,
    );
  }
  return port;
}

/** One folder has one name, whatever links lead to it. */
function realPath(folder: string): string {
  if (folder === root || path.dirname(folder) === folder) {
    throw new Problem(
      `${folder} cannot be the data folder. Give a folder of its own with --data.`,
    );
  }
  return fs.existsSync(folder) ? fs.realpathSync(folder) : folder;
}
