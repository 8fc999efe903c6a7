import type { DnsRecord } from './Site';

/** A zone of the business, below which each customer has a name of its own. */
export interface SharedZone {
  id: string;
  domain: string;
}

/**
 * Whether all domains are the customer's part of the zone: nobody gets a name
 * of another customer, nor one of the business, by ordering it.
 */
export function areInZone(
  domains: readonly string[],
  tenant: string,
  zone: SharedZone,
): boolean {
  const own = `${tenant}.${zone.domain}`;
  return domains.every(domain => domain === own || domain.endsWith(`.${own}`));
}

/** The record that proves whose a domain is, among those of its site. */
export function findProof(
  domain: string,
  records: readonly DnsRecord[],
): DnsRecord | undefined {
  return records.find(({ name, type }) => {
    const [first, ...rest] = normalName(name).split('.');
    return (
      type === 'CNAME' && first.startsWith('_') && rest.join('.') === domain
    );
  });
}

/** A name as DNS compares it. */
export function normalName(name: string): string {
  return name.toLowerCase().replace(/\.$/, '');
}

/**
 * The domains that a site answers at.
 *
 * @param endpoints - what its stack says people open
 */
export function servedDomains(
  domains: readonly string[],
  endpoints: readonly string[],
): string[] {
  return domains.filter(domain => endpoints.includes(`https://${domain}/`));
}
