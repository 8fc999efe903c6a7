import { ConflictError } from '@backstage/errors';
import { createHash } from 'node:crypto';
import type { SitesPaths } from '@freehold/plugin-sites-common';
import type { Price } from './Deployment';

/** What a caller asks for. */
export type OrderRequest =
  SitesPaths['/customers/{customer}/sites']['post']['requestBody']['content']['application/json'];

/** A placed order; the price is the one that held when it was placed. */
export interface Order {
  tenant: string;
  orderId: string;
  idempotencyKey: string;
  requestHash: string;
  siteId: string;
  deploymentId: string;
  price: Price;
  createdBy: string;
  createdAt: Date;
}

/** Equal for equal requests, whatever the order of their fields. */
export function hashOrderRequest(request: OrderRequest): string {
  const { name, title, cloud, region, size, content } = request;
  return createHash('sha256')
    .update(
      JSON.stringify([
        name,
        title ?? null,
        cloud,
        region,
        size,
        content.kind,
        content.kind === 'upload' ? content.contentId : null,
      ]),
    )
    .digest('hex');
}

/** @throws ConflictError when the key was used for another request */
export function assertSameRequest(order: Order, requestHash: string): void {
  if (order.requestHash !== requestHash) {
    throw new ConflictError(
      'This Idempotency-Key belongs to an earlier order with other contents. Use a new key for a new order.',
    );
  }
}
