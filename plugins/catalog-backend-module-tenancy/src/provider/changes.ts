import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { toComponent, toCustomerGroup, toUser } from '../entities';
import type { PortalReader } from '../portal/PortalReader';

/** An object whose truth is to be read again. */
export type Change =
  | { kind: 'customer'; tenant: string }
  | { kind: 'member'; tenant: string; member: string }
  | { kind: 'site'; tenant: string; siteId: string };

/** What a change means for the catalog. */
export interface Delta {
  added: Entity[];
  /** Entity refs. */
  removed: string[];
}

/** Two changes of one object have one key. */
export function keyOf(change: Change): string {
  switch (change.kind) {
    case 'customer':
      return `customer:${change.tenant}`;
    case 'member':
      return `member:${change.tenant}/${change.member}`;
    default:
      return `site:${change.tenant}/${change.siteId}`;
  }
}

/** Reads the truth about a change from the portal. */
export async function readDelta(
  portal: PortalReader,
  change: Change,
): Promise<Delta> {
  switch (change.kind) {
    case 'customer':
      return readCustomer(portal, change.tenant);
    case 'member':
      return readMember(portal, change.tenant, change.member);
    default:
      return readSite(portal, change.tenant, change.siteId);
  }
}

async function readCustomer(
  portal: PortalReader,
  tenant: string,
): Promise<Delta> {
  const customer = await portal.findCustomer(tenant);
  return {
    added: customer ? [toCustomerGroup(customer)] : [],
    removed: [],
  };
}

async function readMember(
  portal: PortalReader,
  tenant: string,
  name: string,
): Promise<Delta> {
  const members = await portal.readMembers(tenant);
  const member = members.find(candidate => candidate.name === name);
  return member
    ? { added: [toUser(member)], removed: [] }
    : { added: [], removed: [`user:${tenant}/${name}`] };
}

async function readSite(
  portal: PortalReader,
  tenant: string,
  siteId: string,
): Promise<Delta> {
  const site = await portal.findSite(tenant, siteId);
  if (!site) {
    // Purged, so that it left the catalog long ago.
    return { added: [], removed: [] };
  }
  // The name of a deleted site may belong to another one by now.
  const current =
    site.state === 'deleted'
      ? await portal.findSiteByName(tenant, site.name)
      : site;
  return current
    ? { added: [toComponent(current)], removed: [] }
    : {
        added: [],
        removed: [
          stringifyEntityRef({
            kind: 'component',
            namespace: tenant,
            name: site.name,
          }),
        ],
      };
}
