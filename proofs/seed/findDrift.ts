import { randomUUID } from 'node:crypto';
import type { Database } from '../portal/Database.ts';
import type { Names } from './World.ts';

/**
 * As if a check had found that the customer's site drifted, in an attribute that
 * holds the word.
 */
export async function findDrift(
  database: Database,
  { customer, deployment }: Names,
  word: string,
): Promise<void> {
  const change = {
    address: 'terraform_data.site',
    type: 'terraform_data',
    name: 'site',
    action: 'update',
    attributes: [{ path: 'tags.owner', sensitive: false, after: word }],
  };
  const plan = {
    summary: { create: 0, update: 1, replace: 0, destroy: 0 },
    changes: [change],
  };
  await database.acrossTenants(
    `insert into sites.deployments
       (tenant_id, deployment_id, site_id, kind, state, desired, requested_by,
        amount, currency, price_version, plan, plan_hash, finished_at)
     select tenant_id, $3, site_id, 'check', 'succeeded', desired,
            'plugin:sites', amount, currency, price_version, $4,
            repeat('a', 64), now()
       from sites.deployments
      where tenant_id = $1 and deployment_id = $2`,
    [customer, deployment, `dep_${randomUUID()}`, JSON.stringify(plan)],
  );
}
