import { TestDatabases } from '@backstage/backend-test-utils';
import { randomUUID } from 'node:crypto';
import { seedTenancy } from './__testUtils__/seedTenancy';
import {
  startTenancyBackend,
  type TenancyBackend,
} from './__testUtils__/startTenancyBackend';

jest.setTimeout(60_000);

describe('notifications', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let portal: TenancyBackend;

  beforeEach(async () => {
    portal = await startTenancyBackend(await databases.init('POSTGRES_18'), {
      keepsOutbox: true,
    });
    await seedTenancy(portal.database);
  });

  const receive = (recipients: string[], id = randomUUID()) =>
    portal
      .asService()
      .post('/api/tenancy/outbox')
      .send({
        messages: [
          {
            kind: 'notification',
            id,
            tenant: 'birch',
            recipients,
            topic: 'deployment-failed',
            title: 'The deployment of shop failed',
            link: '/sites/birch/deployments/dep_1',
            severity: 'high',
          },
        ],
      });

  it('are handed on for members of the tenant and for staff', async () => {
    const id = randomUUID();
    const { body } = await receive(['user:birch/bea', 'user:default/olga'], id);
    expect(body.receipts).toEqual([{ id }]);
    expect(portal.notifications).toEqual([
      {
        recipients: {
          type: 'entity',
          entityRef: ['user:birch/bea', 'user:default/olga'],
        },
        payload: {
          title: 'The deployment of shop failed',
          link: '/sites/birch/deployments/dep_1',
          topic: 'deployment-failed',
          severity: 'high',
          scope: id,
        },
      },
    ]);
  });

  it.each([
    ['a member of another customer', 'user:cedar/cat'],
    ['a group', 'group:birch/birch'],
    ['nobody that is known', 'user:birch/nobody'],
    ['no entity at all', 'bea'],
  ])('are not handed on for %s', async (_who, recipient) => {
    const { body } = await receive([recipient]);
    expect(body.receipts).toHaveLength(1);
    expect(body.receipts[0].problem).toBeUndefined();
    expect(portal.notifications).toEqual([]);
  });

  it('tell owners and admins who joined', async () => {
    await portal
      .as('birch/ada')
      .post('/api/tenancy/customers/birch/members')
      .send({
        email: 'new@birch.example',
        displayName: 'Nora New',
        role: 'admin',
      });
    const rows = await portal.database.transaction('birch', trx =>
      trx('outbox').where({ kind: 'notification' }),
    );
    const message = await portal.openOutbox(rows[0]);
    expect(rows).toHaveLength(1);
    expect(message).toMatchObject({
      tenant: 'birch',
      topic: 'member-joined',
      recipients: ['user:birch/ada', 'user:birch/bea'],
      title: 'Nora New joined as admin',
      link: '/members',
    });
  });
});
