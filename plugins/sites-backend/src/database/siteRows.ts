import { toAmount } from '../domain/amounts';
import { toPriceLines } from './priceRows';
import type { LastDeployment, Site } from '../domain/Site';

/** Row of `sites` to the domain's object. */
export function toSite(row: Record<string, any>): Site {
  return {
    tenant: row.tenant_id,
    siteId: row.site_id,
    name: row.name,
    title: row.title,
    product: row.product,
    cloud: row.cloud,
    region: row.region,
    size: row.size,
    state: row.state,
    content: row.content,
    ...row.specification,
    dnsRecords: row.dns_records,
    servedDomains: row.served_domains,
    url: row.url ?? undefined,
    health: row.health ?? undefined,
    price: {
      amount: toAmount(row.monthly_amount),
      currency: row.currency,
      priceVersion: row.price_version,
      lines: toPriceLines(row, row.size),
    },
    credentialOwner: row.credential_owner ?? undefined,
    suspendedReason: row.suspended_reason ?? undefined,
    suspendedBy: row.suspended_by ?? undefined,
    suspendedWithCustomer: row.suspended_with_customer,
    drift: {
      checkedAt: row.drift_checked_at ?? undefined,
      foundAt: row.drift_found_at ?? undefined,
      checkId: row.drift_check_id ?? undefined,
    },
    activeDeploymentId: row.active_deployment_id ?? undefined,
    lastDeploymentId: row.last_deployment_id ?? undefined,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    deletedAt: row.deleted_at ?? undefined,
    purgeAfter: row.purge_after ?? undefined,
  };
}

/** Columns of a site's last deployment, joined as `last`. */
export const LAST_DEPLOYMENT_COLUMNS = {
  last_kind: 'last.kind',
  last_state: 'last.state',
  last_created_at: 'last.created_at',
  last_finished_at: 'last.finished_at',
} as const;

export function toLastDeployment(
  row: Record<string, any>,
): LastDeployment | undefined {
  return row.last_kind
    ? {
        deploymentId: row.last_deployment_id,
        kind: row.last_kind,
        state: row.last_state,
        createdAt: row.last_created_at,
        finishedAt: row.last_finished_at ?? undefined,
      }
    : undefined;
}
