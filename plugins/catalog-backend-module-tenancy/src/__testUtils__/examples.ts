import { PLAIN_SPECIFICATION } from '@freehold/plugin-sites-common';
import type { Customer, Person, Site } from '../entities';

const AT = '2030-01-01T00:00:00.000Z';

export function customer(slug: string, name = slug): Customer {
  return {
    slug,
    name,
    tier: 'standard',
    state: 'active',
    requiresApproval: false,
    memberCount: 1,
    createdAt: AT,
    updatedAt: AT,
  };
}

export function person(
  tenant: string,
  name: string,
  role: Person['role'] = 'owner',
): Person {
  return {
    tenant,
    name,
    role,
    email: `${name}@${tenant}.example`,
    displayName: name,
    entityRef: `user:${tenant}/${name}`,
  };
}

export function site(
  tenant: string,
  name: string,
  changes: Partial<Site> = {},
): Site {
  return {
    siteId: `site_${tenant}_${name}`,
    customer: tenant,
    customerName: tenant,
    name,
    title: `The ${name}`,
    product: 'website',
    cloud: 'local',
    region: 'here',
    size: 'small',
    state: 'live',
    url: `http://${name}.${tenant}.localhost:7007`,
    content: { kind: 'starter' },
    ...PLAIN_SPECIFICATION,
    dnsRecords: [],
    servedDomains: [],
    monthlyPrice: { amount: '5.00', currency: 'EUR' },
    createdBy: `user:${tenant}/ann`,
    createdAt: AT,
    updatedAt: AT,
    ...changes,
  };
}
