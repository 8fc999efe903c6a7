import type { TenantTransaction } from '@freehold/plugin-tenancy-node';

/** Limits agreed with one customer; null where its tier's holds. */
export type OwnLimits = {
  requestsPerMinute: number | null;
  deploymentsPerHour: number | null;
  sites: number | null;
  sizes: string[] | null;
};

export async function findOwnLimits(
  trx: TenantTransaction,
  tenant: string,
): Promise<OwnLimits> {
  const row = await trx('customer_limits').where({ tenant_id: tenant }).first();
  return {
    requestsPerMinute: row?.requests_per_minute ?? null,
    deploymentsPerHour: row?.deployments_per_hour ?? null,
    sites: row?.sites ?? null,
    sizes: row?.sizes ?? null,
  };
}

export async function saveOwnLimits(
  trx: TenantTransaction,
  tenant: string,
  limits: OwnLimits,
): Promise<void> {
  await trx('customer_limits')
    .insert({
      tenant_id: tenant,
      requests_per_minute: limits.requestsPerMinute,
      deployments_per_hour: limits.deploymentsPerHour,
      sites: limits.sites,
      sizes: limits.sizes,
      updated_at: trx.fn.now(),
    })
    .onConflict('tenant_id')
    .merge();
}
