import { WinstonLogger } from '@backstage/backend-defaults/rootLogger';
import { ConfigSources } from '@backstage/config-loader';
import { toError } from '@backstage/errors';
import { verifyAuditTrails } from '@freehold/plugin-tenancy-backend';

/**
 * The command that checks the audit trails: a program of its own, beside the
 * backend, so that it runs wherever the backend does.
 *
 * @returns how many trails are not whole
 */
async function main(argv: string[]): Promise<number> {
  const config = await ConfigSources.toConfig(ConfigSources.default({ argv }));
  let [trails, events, faults] = [0, 0, 0];
  for await (const trail of verifyAuditTrails({
    config,
    logger: WinstonLogger.create({ level: 'warn' }),
  })) {
    const { tenant, fault, head } = trail;
    const verdict = fault?.message ?? `whole, head ${head}`;
    process.stdout.write(`${tenant}: ${trail.events} events, ${verdict}\n`);
    trails += 1;
    events += trail.events;
    faults += fault ? 1 : 0;
  }
  process.stdout.write(
    `${trails} trails, ${events} events, ${faults} not whole\n`,
  );
  return faults;
}

main(process.argv.slice(2)).then(
  faults => process.exit(faults > 0 ? 1 : 0),
  error => {
    process.stderr.write(`${toError(error).message}\n`);
    process.exit(2);
  },
);
