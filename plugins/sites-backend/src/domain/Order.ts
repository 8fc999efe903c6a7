import { ConflictError } from '@backstage/errors';
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import {
  PLAIN_SPECIFICATION,
  type SitesPaths,
} from '@freehold/plugin-sites-common';
import type { Price } from './Deployment';
import { specify } from './Specification';

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
  const specification = specify(request, size);
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
        // Keys of orders from before there was more to ask for stay good.
        ...(isDeepStrictEqual(specification, PLAIN_SPECIFICATION)
          ? []
          : [inFixedOrder(specification)]),
      ]),
    )
    .digest('hex');
}

/** Members of objects sorted by name, at every depth. */
function inFixedOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(inFixedOrder);
  }
  return value !== null && typeof value === 'object'
    ? Object.entries(value)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([name, member]) => [name, inFixedOrder(member)])
    : value;
}

/** @throws ConflictError when the key was used for another request */
export function assertSameRequest(order: Order, requestHash: string): void {
  if (order.requestHash !== requestHash) {
    throw new ConflictError(
      'This Idempotency-Key belongs to an earlier order with other contents. Use a new key for a new order.',
    );
  }
}
