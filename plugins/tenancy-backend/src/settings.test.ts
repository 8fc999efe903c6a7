import { TestDatabases } from '@backstage/backend-test-utils';
import { seedTenancy } from './__testUtils__/seedTenancy';
import {
  startTenancyBackend,
  type TenancyBackend,
} from './__testUtils__/startTenancyBackend';

jest.setTimeout(120_000);

const BIRCH = '/api/tenancy/customers/birch';

describe('the settings of a customer', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let portal: TenancyBackend;

  beforeEach(async () => {
    portal = await startTenancyBackend(await databases.init('POSTGRES_18'), {
      keepsOutbox: true,
    });
    await seedTenancy(portal.database);
  });

  const change = (settings: object, user = 'birch/bea') =>
    portal.as(user).patch(`${BIRCH}/settings`).send(settings);

  it('are its name, its contact and whether it wants approvals', async () => {
    const reply = await change({
      name: ' Birch & Sons ',
      contactEmail: 'desk@birch.example',
      requiresApproval: true,
    });
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      name: 'Birch & Sons',
      contactEmail: 'desk@birch.example',
      requiresApproval: true,
      approvalAskedBy: 'customer',
    });
    expect(portal.events).toEqual([{ tenant: 'birch' }]);
    const emptied = await change({ contactEmail: '' });
    expect(emptied.body).not.toHaveProperty('contactEmail');
    expect(emptied.body.name).toBe('Birch & Sons');
  });

  it('end the approvals that it asked for itself', async () => {
    await change({ requiresApproval: true });
    const reply = await change({ requiresApproval: false });
    expect(reply.body.requiresApproval).toBe(false);
    expect(reply.body).not.toHaveProperty('approvalAskedBy');
  });

  it('do not end the approvals that the business asks for', async () => {
    const staff = portal.as('default/olga');
    await staff.patch(BIRCH).send({ requiresApproval: true });
    const refused = await change({ requiresApproval: false });
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toContain('hosting provider');
    // Saying the same again changes nothing about whose choice it is.
    const same = await change({ requiresApproval: true, name: 'B' });
    expect(same.body).toMatchObject({ approvalAskedBy: 'business', name: 'B' });
    const ended = await change({ requiresApproval: false }, 'default/olga');
    expect(ended.body.requiresApproval).toBe(false);
  });

  it('become the choice of the business when staff ask too', async () => {
    await change({ requiresApproval: true });
    const reply = await portal
      .as('default/olga')
      .patch(BIRCH)
      .send({ requiresApproval: true });
    expect(reply.body.approvalAskedBy).toBe('business');
  });

  it('have no tier among them', async () => {
    expect((await change({ tier: 'premium' })).status).toBe(400);
    expect((await change({})).status).toBe(400);
    expect((await change({ contactEmail: 'desk' })).status).toBe(400);
  });

  it('are on the record', async () => {
    await change({ name: 'Birch & Sons' });
    expect(await portal.messages()).toMatchObject([
      {
        action: 'updateCustomerSettings',
        before: { name: 'Birch Bakery' },
        after: { name: 'Birch & Sons' },
      },
    ]);
  });
});
