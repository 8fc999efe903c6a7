import { areInZone, findProof } from '../domain/domainRecords';
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
  const { zone } = deps.settings.aws;
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
    const record = findProof(domain, dnsRecords);
    return record !== undefined && deps.dns.hasAlias(record);
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
