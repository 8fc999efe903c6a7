import type { Customer, TenantDirectory } from '@freehold/plugin-tenancy-node';

export const customers: Record<string, Customer> = {
  birch: {
    slug: 'birch',
    name: 'Birch Bakery',
    tier: 'standard',
    state: 'active',
    requiresApproval: false,
  },
  cedar: {
    slug: 'cedar',
    name: 'Cedar Cinemas',
    tier: 'premium',
    state: 'active',
    requiresApproval: false,
  },
  dune: {
    slug: 'dune',
    name: 'Dune Diving',
    tier: 'standard',
    state: 'deactivated',
    requiresApproval: false,
  },
};

/** The customers above; memberships are not asked for here. */
export const directory: TenantDirectory = {
  findMembership: async () => undefined,
  findMembershipsByEmail: async () => [],
  findCustomer: async slug => customers[slug],
  findCustomers: async slugs =>
    new Map(
      slugs.flatMap(slug =>
        customers[slug] ? [[slug, customers[slug]] as const] : [],
      ),
    ),
  findSuspendedMembershipsByEmail: async () => [],
  listTenantsWithSuspendedSites: async () =>
    Object.values(customers)
      .filter(({ suspension }) => suspension?.suspendsSites)
      .map(({ slug }) => slug),
  countCustomers: async () => 2,
};
