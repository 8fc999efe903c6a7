import { createHash } from 'node:crypto';
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

/**
 * The record that proves to the portal which customer a domain belongs to. AWS
 * has one proof for a whole account: where customers share one, it would let
 * any of them have the domain of another.
 *
 * @param portal - where people reach the portal
 */
export function ownershipRecord(
  domain: string,
  tenant: string,
  portal: string,
): DnsRecord {
  const digest = createHash('sha256')
    .update(JSON.stringify([portal, tenant, domain]))
    .digest('hex');
  return {
    name: `_freehold.${domain}.`,
    type: 'TXT',
    value: `freehold=${digest.slice(0, 40)}`,
  };
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
