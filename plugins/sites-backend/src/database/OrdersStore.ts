import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import { toAmount } from '../domain/amounts';
import { newId } from '../domain/ids';
import type { Order } from '../domain/Order';

/** Orders; every method takes a transaction of the tenant's door. */
export class OrdersStore {
  /**
   * Makes all orders with this key wait for each other until the transaction
   * ends, and returns the one that came first, if any.
   */
  async claimKey(
    trx: TenantTransaction,
    tenant: string,
    idempotencyKey: string,
  ): Promise<Order | undefined> {
    await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
      JSON.stringify(['sites.order', tenant, idempotencyKey]),
    ]);
    const row = await trx('orders')
      .where({ tenant_id: tenant, idempotency_key: idempotencyKey })
      .first();
    return row && toOrder(row);
  }

  async insert(
    trx: TenantTransaction,
    order: Omit<Order, 'orderId' | 'createdAt'>,
  ): Promise<Order> {
    const [row] = await trx('orders')
      .insert({
        tenant_id: order.tenant,
        order_id: newId('ord'),
        idempotency_key: order.idempotencyKey,
        request_hash: order.requestHash,
        site_id: order.siteId,
        deployment_id: order.deploymentId,
        amount: order.price.amount,
        currency: order.price.currency,
        price_version: order.price.priceVersion,
        price_lines: JSON.stringify(order.price.lines),
        created_by: order.createdBy,
      })
      .returning('*');
    return toOrder(row);
  }
}

function toOrder(row: Record<string, any>): Order {
  return {
    tenant: row.tenant_id,
    orderId: row.order_id,
    idempotencyKey: row.idempotency_key,
    requestHash: row.request_hash,
    siteId: row.site_id,
    deploymentId: row.deployment_id,
    price: {
      amount: toAmount(row.amount),
      currency: row.currency,
      priceVersion: row.price_version,
      lines: row.price_lines,
    },
    createdBy: row.created_by,
    createdAt: row.created_at,
  };
}
