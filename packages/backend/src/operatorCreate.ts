import { WinstonLogger } from '@backstage/backend-defaults/rootLogger';
import { ConfigSources } from '@backstage/config-loader';
import { InputError, toError } from '@backstage/errors';
import { createFirstOperator } from '@freehold/plugin-auth-backend-module-local';
import { parseArgs } from 'node:util';

const USAGE = 'operator:create -- --email <address> --name "<full name>"';

/**
 * The command that makes the first operator: a program of its own, beside the
 * backend, so that it runs wherever the backend does.
 */
async function main(argv: string[]): Promise<void> {
  const { email, name } = readFlags(argv);
  const config = await ConfigSources.toConfig(ConfigSources.default({ argv }));
  const { url, expiresAt } = await createFirstOperator({
    config,
    logger: WinstonLogger.create({ level: 'warn' }),
    email,
    displayName: name,
  });
  process.stdout.write(
    `${name} is an operator now. Hand over this link, which sets the password once, until ${expiresAt}:\n${url}\n`,
  );
}

function readFlags(args: string[]): { email: string; name: string } {
  const { email, name } = parseFlags(args);
  if (!email || !name) {
    throw new InputError(`Usage: ${USAGE}`);
  }
  return { email, name };
}

function parseFlags(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        email: { type: 'string' },
        name: { type: 'string' },
        config: { type: 'string', multiple: true },
      },
    }).values;
  } catch (error) {
    throw new InputError(`${toError(error).message}. Usage: ${USAGE}`);
  }
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${toError(error).message}\n`);
    process.exit(1);
  },
);
