import Knex from 'knex';
import { DeploymentsHarness } from './DeploymentsHarness';

/**
 * A portal's worker in a process of its own, for tests to kill:
 * `worker <connection string> <data directory> <terraform directory> <port>`
 * and what is below the key `sites`, as JSON. Says `ready` once it takes up work.
 */
async function main([
  connection,
  dataDirectory,
  terraformDirectory,
  port,
  sites,
]: string[]) {
  const portal = await DeploymentsHarness.start({
    knex: Knex({ client: 'pg', connection }),
    dataDirectory,
    terraformDirectory,
    port: Number(port),
    sites: JSON.parse(sites),
  });
  portal.deployments.start();
  process.stdout.write('ready\n');
}

main(process.argv.slice(2)).catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
