import type { TenantDatabase } from '@freehold/plugin-tenancy-node';

const CUSTOMERS = [
  { slug: 'birch', name: 'Birch Bakery', tier: 'standard' },
  { slug: 'cedar', name: 'Cedar Cinemas', tier: 'premium' },
];

const MEMBERS = [
  ['default', 'olga', 'operator'],
  ['default', 'sam', 'support'],
  ['birch', 'bea', 'owner'],
  ['birch', 'ada', 'admin'],
  ['birch', 'dev', 'developer'],
  ['cedar', 'cat', 'owner'],
];

/** Staff, and two customers with members, written past the API. */
export async function seedTenancy(database: TenantDatabase): Promise<void> {
  await database.acrossTenants('seed', async trx => {
    await trx('customers').insert(
      CUSTOMERS.map(({ slug, ...customer }) => ({
        tenant_id: slug,
        ...customer,
      })),
    );
    await trx('members').insert(
      MEMBERS.map(([tenant, name, role]) => ({
        tenant_id: tenant,
        member_name: name,
        email: `${name}@${tenant}.example`,
        display_name: `${name.toLocaleUpperCase('en-US')} of ${tenant}`,
        role,
      })),
    );
  });
}
