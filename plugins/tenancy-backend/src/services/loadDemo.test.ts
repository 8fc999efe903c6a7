import {
  createMockDirectory,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { TenantDatabase } from '@freehold/plugin-tenancy-node';
import { migrationsDirectory } from '../database/migrate';
import { loadDemo } from './loadDemo';

jest.setTimeout(60_000);

const DEMO = `
password: not a real one
customers:
  - slug: acme
    name: Acme Bikes
    tier: premium
    requiresApproval: true
    members:
      - { name: ann, email: ann@acme.example, displayName: Ann Archer, role: owner }
      - { name: vic, email: vic@acme.example, displayName: Vic Vale, role: viewer }
staff:
  - { name: olga, email: olga@freehold.example, displayName: Olga Orr, role: operator }
  - { name: sam, email: sam@freehold.example, displayName: Sam Sato, role: support }
`;

describe('loadDemo', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const directory = createMockDirectory();

  async function setup(text: string) {
    directory.setContent({ 'demo.yaml': text });
    const knex = await databases.init('POSTGRES_18');
    await knex.migrate.latest({ directory: migrationsDirectory });
    const database = await TenantDatabase.create({
      getClient: async () => knex,
    });
    const load = () =>
      loadDemo({
        database,
        logger: mockServices.logger.mock(),
        config: mockServices.rootConfig({
          data: {
            tenancy: { demo: { file: directory.resolve('demo.yaml') } },
          },
        }),
      });
    const readMembers = () =>
      database.acrossTenants('test', trx =>
        trx('members')
          .whereNull('removed_at')
          .orderBy(['tenant_id', 'member_name'])
          .select('tenant_id', 'member_name', 'role'),
      );
    return { database, load, readMembers };
  }

  it('adds the customers, members and staff of the file', async () => {
    const { database, load, readMembers } = await setup(DEMO);
    await load();
    expect(
      await database.transaction('acme', trx =>
        trx('customers').first('name', 'tier', 'requires_approval'),
      ),
    ).toEqual({ name: 'Acme Bikes', tier: 'premium', requires_approval: true });
    expect(await readMembers()).toEqual([
      { tenant_id: 'acme', member_name: 'ann', role: 'owner' },
      { tenant_id: 'acme', member_name: 'vic', role: 'viewer' },
      { tenant_id: 'default', member_name: 'olga', role: 'operator' },
      { tenant_id: 'default', member_name: 'sam', role: 'support' },
    ]);
  });

  it('leaves alone what people changed since the first start', async () => {
    const { database, load, readMembers } = await setup(DEMO);
    await load();
    await database.acrossTenants('test', async trx => {
      await trx('customers')
        .where({ tenant_id: 'acme' })
        .update({ name: 'Acme Wheels' });
      await trx('members')
        .whereIn('member_name', ['vic', 'sam'])
        .update({ removed_at: trx.fn.now() });
      await trx('members')
        .where({ member_name: 'olga' })
        .update({ role: 'finance' });
    });
    await load();
    expect(
      await database.transaction('acme', trx => trx('customers').pluck('name')),
    ).toEqual(['Acme Wheels']);
    expect(await readMembers()).toEqual([
      { tenant_id: 'acme', member_name: 'ann', role: 'owner' },
      { tenant_id: 'default', member_name: 'olga', role: 'finance' },
    ]);
  });

  it('loads once when several replicas start together', async () => {
    const { load, readMembers } = await setup(DEMO);
    await Promise.all([load(), load(), load()]);
    expect(await readMembers()).toHaveLength(4);
  });

  it('says which setting of the file is wrong', async () => {
    const { load } = await setup(DEMO.replace('role: viewer', 'role: king'));
    await expect(load()).rejects.toThrow(
      /demo\.yaml.*[\s\S]*customers\[0\]\.members\[1\]\.role/,
    );
  });

  it('says that the file is missing', async () => {
    const { load } = await setup(DEMO);
    directory.clear();
    await expect(load()).rejects.toThrow(/demo file .*ENOENT/);
  });
});
