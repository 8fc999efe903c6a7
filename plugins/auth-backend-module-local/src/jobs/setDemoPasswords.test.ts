import { createMockDirectory } from '@backstage/backend-test-utils';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { readLocalAuthConfig } from '../config';
import { AccountsStore } from '../database/AccountsStore';
import { PasswordHasher } from '../services/PasswordHasher';
import { PASSWORD, seedTenants } from '../__testUtils__/seedTenants';
import { portalConfig } from '../__testUtils__/startPortal';
import { setDemoPasswords } from './setDemoPasswords';

jest.setTimeout(60_000);

describe('demonstration passwords', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const directory = createMockDirectory();
  const logger = mockServices.logger.mock();

  it('go to members without a password, however often they are set', async () => {
    const config = portalConfig(await databases.init('POSTGRES_18'));
    const tenants = await seedTenants(config);
    directory.setContent({
      'demo.yaml': `
password: demo-demo-demo
customers:
  - slug: acme
    members: [{ name: ada }, { name: new }]
staff: [{ name: olga }]
`,
    });
    const accounts = AccountsStore.create(tenants.local);
    const hasher = PasswordHasher.create();
    const file = directory.resolve('demo.yaml');
    await setDemoPasswords({ file, accounts, hasher, logger });
    await setDemoPasswords({ file, accounts, hasher, logger });

    const check = async (member: string, password: string) => {
      const hash = await accounts.findPasswordHash({ tenant: 'acme', member });
      return hasher.verify(hash!, password);
    };
    expect(await check('new', 'demo-demo-demo')).toBe(true);
    expect(await check('ada', PASSWORD)).toBe(true);
    await tenants.close();
  });

  it('are refused outside of a local portal, by the name of the setting', () => {
    const config = mockServices.rootConfig({
      data: {
        app: { baseUrl: 'https://portal.example' },
        backend: { baseUrl: 'https://portal.example' },
        auth: { providers: { local: {} }, local: { demo: { file: 'x' } } },
      },
    });
    expect(() => readLocalAuthConfig(config)).toThrow("'auth.local.demo.file'");
  });

  it('say what is wrong with their file', async () => {
    directory.setContent({ 'demo.yaml': 'customers: 7' });
    await expect(
      setDemoPasswords({
        file: directory.resolve('demo.yaml'),
        accounts: {} as AccountsStore,
        hasher: PasswordHasher.create(),
        logger,
      }),
    ).rejects.toThrow("The file of 'auth.local.demo.file' is wrong");
  });
});
