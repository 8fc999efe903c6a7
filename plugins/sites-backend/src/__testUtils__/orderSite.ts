import type { SitesComponents } from '@freehold/plugin-sites-common';
import { randomUUID } from 'node:crypto';
import type { SitesBackend } from './startSitesBackend';

let serial = 0;

/** Orders a site, and lets its first deployment succeed unless told not to. */
export async function orderSite(
  portal: SitesBackend,
  options: {
    customer?: string;
    outcome?: 'queued' | 'succeeded' | 'failed';
    order?: object;
  } = {},
): Promise<SitesComponents['schemas']['PlacedOrder']> {
  const { customer = 'birch', outcome = 'succeeded', order } = options;
  const reply = await portal
    .as('default/olga')
    .post(`/api/sites/customers/${customer}/sites`)
    .set('idempotency-key', randomUUID())
    .send({
      name: `site-${++serial}`,
      cloud: 'local',
      region: 'here',
      size: 'small',
      content: { kind: 'starter' },
      ...order,
    });
  expect(reply.status).toBe(201);
  if (outcome !== 'queued') {
    await portal.end(customer, reply.body.deployment.deploymentId, outcome);
  }
  return reply.body;
}
