import { TestDatabases } from '@backstage/backend-test-utils';
import {
  DatabaseTenantDirectory,
  TenantDatabase,
} from '@freehold/plugin-tenancy-node';
import { seedTenancy } from './__testUtils__/seedTenancy';
import { migrationsDirectory } from './database/migrate';

jest.setTimeout(60_000);

// Here and not beside the class, since these are the tables it reads.
describe('the tenant directory', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  async function setup() {
    const knex = await databases.init('POSTGRES_18');
    await knex.migrate.latest({ directory: migrationsDirectory });
    const database = await TenantDatabase.create({
      getClient: async () => knex,
    });
    await seedTenancy(database);
    return { database, directory: DatabaseTenantDirectory.create(database) };
  }

  it('knows members and staff by their entity refs', async () => {
    const { directory } = await setup();
    await expect(directory.findMembership('user:cedar/cat')).resolves.toEqual({
      kind: 'member',
      tenant: 'cedar',
      member: 'cat',
      userEntityRef: 'user:cedar/cat',
      displayName: 'CAT of cedar',
      email: 'cat@cedar.example',
      role: 'owner',
      tier: 'premium',
    });
    await expect(
      directory.findMembership('user:default/olga'),
    ).resolves.toMatchObject({ kind: 'staff', role: 'operator' });
  });

  it.each([
    'user:birch/cat',
    'user:cedar/nobody',
    'user:nobody/cat',
    'group:cedar/cedar',
    'user:default/cat',
  ])('knows no membership of %s', async ref => {
    const { directory } = await setup();
    await expect(directory.findMembership(ref)).resolves.toBeUndefined();
  });

  it('forgets a removed member at once', async () => {
    const { database, directory } = await setup();
    await database.transaction('cedar', trx =>
      trx('members').update({ removed_at: trx.fn.now() }),
    );
    await expect(
      directory.findMembership('user:cedar/cat'),
    ).resolves.toBeUndefined();
  });

  it('knows no members of a deactivated customer, but the customer', async () => {
    const { database, directory } = await setup();
    await database.transaction('cedar', trx =>
      trx('customers').update({
        state: 'deactivated',
        deactivated_at: trx.fn.now(),
        deactivated_reason: 'Unpaid',
      }),
    );
    await expect(
      directory.findMembership('user:cedar/cat'),
    ).resolves.toBeUndefined();
    await expect(directory.findCustomer('cedar')).resolves.toEqual({
      slug: 'cedar',
      name: 'Cedar Cinemas',
      tier: 'premium',
      state: 'deactivated',
      requiresApproval: false,
    });
  });

  it('knows customers one by one and by the list, and never the business as one', async () => {
    const { directory } = await setup();
    await expect(directory.findCustomer('default')).resolves.toBeUndefined();
    await expect(directory.findCustomer('nobody')).resolves.toBeUndefined();
    await expect(directory.findCustomer('')).resolves.toBeUndefined();
    const found = await directory.findCustomers([
      'birch',
      'cedar',
      'birch',
      'default',
      'nobody',
    ]);
    expect([...found.keys()].sort()).toEqual(['birch', 'cedar']);
  });
});
