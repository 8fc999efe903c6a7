import { changesSite } from '@freehold/plugin-sites-common';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { Deployment } from '../domain/Deployment';
import type { DnsRecord } from '../domain/Site';
import { specificationOf } from '../domain/Specification';
import {
  DELETED_SITE_KEPT_DAYS,
  stateAfterUnsuccess,
} from '../domain/siteOutcome';

/** What a stack says about the site it brought about. */
export interface SiteOutputs {
  url: string;
  healthUrl: string;
  costLabels: Record<string, string>;
  dnsRecords: DnsRecord[];
  /** Those of its domains that the site answers at. */
  servedDomains: string[];
}

/** What deployments do to the row of their site when they end. */
export class SiteOutcomesStore {
  /** The site now is what the deployment wanted it to be. */
  async recordApplied(
    trx: TenantTransaction,
    deployment: Deployment,
    outputs: SiteOutputs,
  ): Promise<void> {
    const { desired, price } = deployment;
    await trx('sites')
      .where(siteOf(deployment))
      .update({
        title: desired.title,
        size: desired.size,
        content: JSON.stringify(desired.content),
        specification: JSON.stringify(specificationOf(desired)),
        monthly_amount: price.amount,
        currency: price.currency,
        price_version: price.priceVersion,
        price_lines: JSON.stringify(price.lines),
        url: outputs.url,
        health_url: outputs.healthUrl,
        cost_labels: JSON.stringify(outputs.costLabels),
        dns_records: JSON.stringify(outputs.dnsRecords),
        served_domains: JSON.stringify(outputs.servedDomains),
        state: trx.raw(
          `case when suspended_reason is null then 'live' else 'suspended' end`,
        ),
        updated_at: trx.fn.now(),
      });
  }

  /** The site is gone, its name free, its history kept for a while. */
  async recordDestroyed(
    trx: TenantTransaction,
    deployment: Deployment,
  ): Promise<void> {
    await trx('sites')
      .where(siteOf(deployment))
      .update({
        state: 'deleted',
        url: null,
        health_url: null,
        health: null,
        dns_records: '[]',
        served_domains: '[]',
        deleted_at: trx.fn.now(),
        purge_after: trx.raw(`now() + make_interval(days => ?)`, [
          DELETED_SITE_KEPT_DAYS,
        ]),
        updated_at: trx.fn.now(),
      });
  }

  /** The deployment failed or was cancelled; one that only looks is no matter. */
  async recordUnsuccess(
    trx: TenantTransaction,
    deployment: Deployment,
  ): Promise<void> {
    if (!changesSite(deployment.kind)) {
      return;
    }
    const site = await trx('sites').where(siteOf(deployment)).first();
    await trx('sites')
      .where(siteOf(deployment))
      .update({
        state: stateAfterUnsuccess(
          { url: site.url, suspendedReason: site.suspended_reason },
          deployment,
        ),
        updated_at: trx.fn.now(),
      });
  }
}

function siteOf(deployment: Deployment) {
  return { tenant_id: deployment.tenant, site_id: deployment.siteId };
}
