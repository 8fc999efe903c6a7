import { WinstonLogger } from '@backstage/backend-defaults/rootLogger';
import { ConfigSources } from '@backstage/config-loader';
import { InputError, toError } from '@backstage/errors';
import { importFile } from '@freehold/plugin-costs-backend';
import { parseArgs } from 'node:util';

const USAGE =
  'Usage: npm run costs:import -- <file> [--source "<name>" [--create]] [--add] [--encoding windows-1252]';

/** What the command ended with, for scripts that call it. */
const EXIT = { done: 0, failed: 1, misused: 2, rowsRejected: 3, notBegun: 4 };

const STEPS: Record<string, string> = {
  reading: 'Reading it',
  mapping: 'Mapping it to FOCUS',
  allocating: 'Finding out whose cost it is',
  loading: 'Loading it',
  checking: 'Checking it',
  replacing: 'Putting it in force',
};

/**
 * The command that brings a file of charges in: a program of its own, beside the
 * backend, so that it runs wherever the backend does.
 */
async function main(argv: string[]): Promise<number> {
  const { add, config: _, create, encoding, file, source } = readFlags(argv);
  const config = await ConfigSources.toConfig(ConfigSources.default({ argv }));
  const found = await importFile({
    config,
    logger: WinstonLogger.create({ level: 'warn' }),
    file,
    source,
    createsSource: create,
    mode: add ? 'add' : 'replace',
    encoding,
    onProgress: ({ state, step }) => {
      if (state === 'queued') say('Sent. Waiting for its turn');
      else if (step) say(STEPS[step]);
    },
  });
  const { accepted = 0, importId, problem, rejected = 0, state } = found;
  if (state === 'queued') {
    complain(
      `No portal has begun with it yet. It stays in the queue as ${importId}: see that the portal runs.`,
    );
    return EXIT.notBegun;
  }
  if (problem) {
    complain(`${problem.message} (${problem.code}, ${importId})`);
    return EXIT.failed;
  }
  if (found.unchanged) {
    say('It says what was there already; nothing was changed');
    return EXIT.done;
  }
  say(`${accepted} rows are in (${found.format}, ${importId})`);
  if (rejected > 0) {
    complain(
      `${rejected} rows were rejected. Their reasons, and the way to correct them, are on the page of the import: /costs/imports/${importId}`,
    );
    return EXIT.rowsRejected;
  }
  return EXIT.done;
}

function readFlags(args: string[]) {
  const { positionals, values } = parseFlags(args);
  const [file, ...others] = positionals;
  if (!file || others.length > 0) {
    throw new InputError(`Name one file. ${USAGE}`);
  }
  return { ...values, encoding: readEncoding(values.encoding), file };
}

function readEncoding(text?: string): 'windows-1252' | undefined {
  if (text === undefined || text === 'windows-1252') {
    return text;
  }
  throw new InputError(
    `"${text}" is no encoding to declare: UTF-8 and UTF-16 are found by themselves. ${USAGE}`,
  );
}

function parseFlags(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        source: { type: 'string' },
        create: { type: 'boolean' },
        add: { type: 'boolean' },
        encoding: { type: 'string' },
        config: { type: 'string', multiple: true },
      },
    });
  } catch (error) {
    throw new InputError(`${toError(error).message}. ${USAGE}`);
  }
}

function say(what: string): void {
  process.stdout.write(`${what}\n`);
}

function complain(what: string): void {
  process.stderr.write(`${what}\n`);
}

main(process.argv.slice(2)).then(
  code => process.exit(code),
  error => {
    complain(toError(error).message);
    const isMisuse = toError(error).name === 'InputError';
    process.exit(isMisuse ? EXIT.misused : EXIT.failed);
  },
);
