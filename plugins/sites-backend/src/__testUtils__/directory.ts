import type {
  Customer,
  Membership,
  TenantDirectory,
} from '@freehold/plugin-tenancy-node';

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

const person = (tenant: string, member: string) => ({
  tenant,
  member,
  userEntityRef: `user:${tenant}/${member}`,
  displayName: member,
  email: `${member}@${tenant}.example`,
});

const people: Membership[] = [
  {
    ...person('birch', 'bea'),
    kind: 'member',
    role: 'owner',
    tier: 'standard',
  },
  {
    ...person('birch', 'dev'),
    kind: 'member',
    role: 'developer',
    tier: 'standard',
  },
  { ...person('cedar', 'cat'), kind: 'member', role: 'owner', tier: 'premium' },
  { ...person('default', 'olga'), kind: 'staff', role: 'operator' },
  { ...person('default', 'sam'), kind: 'staff', role: 'support' },
];

/** The customers and people above; nobody signs in here. */
export const directory: TenantDirectory = {
  findMembership: async () => undefined,
  findMembershipsByEmail: async () => [],
  findMembersWithRoles: async (tenant, roles) =>
    people.filter(each => each.tenant === tenant && roles.includes(each.role)),
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
  listCustomerSlugs: async () => ['acme', 'birch'],
  countCustomers: async () => 2,
};
