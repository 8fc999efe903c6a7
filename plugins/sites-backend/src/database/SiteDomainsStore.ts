import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { CredentialOwner } from '../domain/CloudCredential';
import type { DnsRecord } from '../domain/Site';

/** What is known of a site's domains from the deployments it had. */
export interface SiteDomains {
  dnsRecords: DnsRecord[];
  /** Those it answers at. */
  served: string[];
  credentialOwner?: CredentialOwner;
}

/** Domains of sites, as their last deployment left them. */
export class SiteDomainsStore {
  async get(
    trx: TenantTransaction,
    site: { tenant: string; siteId: string },
  ): Promise<SiteDomains> {
    const row = await trx('sites')
      .where({ tenant_id: site.tenant, site_id: site.siteId })
      .first('dns_records', 'served_domains', 'credential_owner');
    return {
      dnsRecords: row?.dns_records ?? [],
      served: row?.served_domains ?? [],
      credentialOwner: row?.credential_owner ?? undefined,
    };
  }
}
