import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { seedTenants, type Tenants } from '../__testUtils__/seedTenants';
import { portalConfig } from '../__testUtils__/startPortal';
import { createFirstOperator } from './createFirstOperator';

jest.setTimeout(60_000);

describe('createFirstOperator', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const operator = {
    email: 'First.Person@freehold.example',
    displayName: 'First Person',
    logger: mockServices.logger.mock(),
  };

  const emptyPortal = async () =>
    portalConfig(await databases.init('POSTGRES_18'));

  const removeOperators = (tenants: Tenants) =>
    tenants.tenancy.transaction('default', trx =>
      trx('members').where({ role: 'operator' }).update({
        removed_at: new Date(),
      }),
    );

  it('asks to start the portal first when there are no tables', async () => {
    const config = await emptyPortal();
    await expect(createFirstOperator({ ...operator, config })).rejects.toThrow(
      'start it once',
    );
  });

  it('makes one operator, who gets a set-password link, and no second', async () => {
    const config = await emptyPortal();
    const tenants = await seedTenants(config);
    await removeOperators(tenants);

    const answers = await Promise.allSettled([
      createFirstOperator({ ...operator, config }),
      createFirstOperator({ ...operator, config, email: 'other@b.example' }),
    ]);
    const made = answers.filter(({ status }) => status === 'fulfilled');
    expect(made).toHaveLength(1);
    expect(made[0]).toMatchObject({
      value: {
        url: expect.stringMatching(
          /^http:\/\/localhost:7007\/set-password#token=default\.\S{43}$/,
        ),
      },
    });
    await expect(createFirstOperator({ ...operator, config })).rejects.toThrow(
      'There is an operator already',
    );
    await tenants.close();
  });

  it('gives the operator a name of their own', async () => {
    const config = await emptyPortal();
    const tenants = await seedTenants(config);
    await removeOperators(tenants);
    await createFirstOperator({ ...operator, config, email: 'Olga@x.example' });

    const names = await tenants.tenancy.transaction('default', trx =>
      trx('members').whereNull('removed_at').pluck('member_name'),
    );
    expect(names).toEqual(['olga-2']);
    await tenants.close();
  });

  it('refuses what is no e-mail address', async () => {
    const config = await emptyPortal();
    const tenants = await seedTenants(config);
    await removeOperators(tenants);
    await expect(
      createFirstOperator({ ...operator, config, email: 'nobody' }),
    ).rejects.toThrow('needs an e-mail address');
    await tenants.close();
  });
});
