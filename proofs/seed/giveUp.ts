import type { Database } from '../portal/Database.ts';
import type { Names } from './World.ts';

/** As if the customer's deployment had been given up, for staff to look at. */
export async function giveUp(
  database: Database,
  { customer, deployment }: Names,
): Promise<void> {
  await database.acrossTenants(
    `insert into sites.dead_letters (tenant_id, deployment_id, why)
      values ($1, $2, 'attempts-used-up')`,
    [customer, deployment],
  );
}
