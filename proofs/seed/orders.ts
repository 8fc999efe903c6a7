import { randomUUID } from 'node:crypto';
import type { Session } from '../http/Session.ts';
import { until } from './until.ts';

export interface Placement {
  cloud: string;
  region: string;
  size: string;
}

export interface Ordered {
  siteId: string;
  name: string;
  deploymentId: string;
}

/** The first thing on offer. */
export async function firstPlacement(session: Session): Promise<Placement> {
  const { clouds } = await session.json({ path: '/api/sites/offering' });
  const [cloud] = clouds;
  return {
    cloud: cloud.id,
    region: cloud.regions[0].id,
    size: cloud.sizes[0].id,
  };
}

export async function orderSite(
  session: Session,
  customer: string,
  order: {
    name: string;
    title?: string;
    content?: { kind: 'starter' } | { kind: 'upload'; contentId: string };
    idempotencyKey?: string;
  },
): Promise<Ordered> {
  const { idempotencyKey = randomUUID(), ...wish } = order;
  const { site, deployment } = await session.json({
    method: 'POST',
    path: `/api/sites/customers/${customer}/sites`,
    headers: { 'idempotency-key': idempotencyKey },
    body: {
      content: { kind: 'starter' },
      ...(await firstPlacement(session)),
      ...wish,
    },
  });
  return {
    siteId: site.siteId,
    name: site.name,
    deploymentId: deployment.deploymentId,
  };
}

export async function uploadContent(
  session: Session,
  customer: string,
  archive: Buffer,
): Promise<string> {
  const { contentId } = await session.json({
    method: 'POST',
    path: `/api/sites/customers/${customer}/contents`,
    headers: { 'content-type': 'application/gzip' },
    body: archive,
  });
  return contentId;
}

const finalStates = ['succeeded', 'failed', 'cancelled'];

/** The deployment once it is final, however it ended. */
export async function deploymentEnd(
  session: Session,
  customer: string,
  deploymentId: string,
  limitMs?: number,
): Promise<any> {
  return until(
    `deployment ${deploymentId} to end`,
    async () => {
      const deployment = await session.json({
        path: `/api/sites/customers/${customer}/deployments/${deploymentId}`,
      });
      return finalStates.includes(deployment.state) ? deployment : undefined;
    },
    limitMs,
  );
}
