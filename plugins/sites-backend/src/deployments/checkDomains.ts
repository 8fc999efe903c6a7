import { areInZone, findProof, ownershipRecord } from '../domain/domainRecords';
import type { DnsRecord } from '../domain/Site';
import type { Run, RunDependencies } from './Run';

/** What a stack may do about the domains of its site. */
export interface DomainState {
  /** The zone of the business that holds all of them. */
  zoneId?: string;
  /** Those whose records are in the DNS. */
  validated: string[];
}

/**
 * Looks whether the customer has set the records that an earlier run gave out.
 * Until then the site doesn't answer at that domain; one it answered at once it
 * keeps, whatever becomes of the record.
 */
export async function checkDomains(
  deps: Pick<RunDependencies, 'database' | 'domains' | 'dns' | 'settings'>,
  run: Pick<Run, 'address' | 'deployment' | 'log'>,
): Promise<DomainState> {
  const { domains } = run.deployment.desired;
  if (domains.length === 0) {
    return { validated: [] };
  }
  const { tenant } = run.address;
  const { publicUrl, aws } = deps.settings;
  const { zone } = aws;
  const { dnsRecords, served, credentialOwner } =
    await deps.database.transaction(tenant, trx =>
      deps.domains.get(trx, run.address),
    );
  // The zone is in the account of the business, and out of reach of others.
  if (
    zone &&
    credentialOwner === 'business' &&
    areInZone(domains, tenant, zone)
  ) {
    return { zoneId: zone.id, validated: domains };
  }
  const isProven = async (domain: string) => {
    const proofs = [
      findProof(domain, dnsRecords),
      ...(credentialOwner === 'business'
        ? [ownershipRecord(domain, tenant, publicUrl)]
        : []),
    ];
    const found = await Promise.all(
      proofs.map(async proof => proof !== undefined && deps.dns.has(proof)),
    );
    return found.every(Boolean);
  };
  const proven = await Promise.all(
    domains.map(async domain => served.includes(domain) || isProven(domain)),
  );
  const missing = domains.filter((_, index) => !proven[index]);
  if (missing.length > 0) {
    run.log.say(
      `The DNS does not prove yet whose these domains are, so the site does not answer at them: ${missing.join(', ')}. The page of the site shows the records to set.`,
    );
  }
  return { validated: domains.filter((_, index) => proven[index]) };
}

/**
 * Records that prove to the portal whose the domains are, for a customer to set
 * beside those of the cloud.
 */
export async function ownershipRecords(
  deps: Pick<RunDependencies, 'database' | 'domains' | 'settings'>,
  run: Pick<Run, 'address' | 'deployment'>,
): Promise<DnsRecord[]> {
  const { tenant } = run.address;
  const { credentialOwner } = await deps.database.transaction(tenant, trx =>
    deps.domains.get(trx, run.address),
  );
  return credentialOwner === 'business'
    ? run.deployment.desired.domains.map(domain =>
        ownershipRecord(domain, tenant, deps.settings.publicUrl),
      )
    : [];
}
