import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { randomBytes, randomUUID } from 'node:crypto';
import { TenantDatabase } from '../database';
import { createEnvelopeCipher } from '../encryption';
import { findTenantTableFaults } from '../testUtils';
import { createOutbox } from './createOutbox';
import type { OutboxMessage } from './messages';
import { Outbox } from './Outbox';
import { type OutboxReceiver, OutboxShipper } from './OutboxShipper';

jest.setTimeout(60_000);

const SECRET_LINK = 'https://portal.example/#token-canary';

describe('OutboxShipper', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const shippers: OutboxShipper[] = [];

  afterEach(async () => {
    await Promise.all(shippers.splice(0).map(shipper => shipper.stop()));
  });

  const setUp = async () => {
    const knex = await databases.init('POSTGRES_18');
    await createOutbox(knex);
    const database = await TenantDatabase.create({
      getClient: async () => knex,
    });
    const key = { id: 'test', key: randomBytes(32).toString('base64') };
    const outbox = Outbox.create(
      createEnvelopeCipher(
        new ConfigReader({ tenancy: { encryption: { keys: [key] } } }),
      ),
    );
    const ship = (deliver: OutboxReceiver) => {
      const logger = mockServices.logger.mock();
      const shipper = OutboxShipper.create({
        database,
        outbox,
        deliver,
        logger,
      });
      shippers.push(shipper);
      shipper.start();
    };
    const waiting = () =>
      database.acrossTenants('test', async trx => {
        const rows = await trx('outbox').select('*');
        return rows;
      });
    return { knex, database, outbox, ship, waiting };
  };

  const mail = (tenant: string, subject = 'hello'): OutboxMessage => ({
    kind: 'mail',
    id: randomUUID(),
    tenant,
    to: { email: 'anna@acme.example' },
    template: 'invitation',
    parameters: { subject, link: SECRET_LINK },
  });

  const takeAll =
    (taken: OutboxMessage[]): OutboxReceiver =>
    async messages => {
      taken.push(...messages);
      return messages.map(({ id }) => ({ id }));
    };

  it('hands over what was committed, in order, and keeps nothing of it', async () => {
    const { database, outbox, ship, waiting } = await setUp();
    const messages = [mail('acme', 'first'), mail('acme', 'second')];
    const taken: OutboxMessage[] = [];
    ship(takeAll(taken));
    await database.transaction('acme', async trx => {
      await outbox.put(trx, messages[0]);
      await outbox.put(trx, messages[1]);
    });
    await waitFor(async () => (await waiting()).length === 0);
    expect(taken).toEqual(messages);
  });

  it('hands over nothing of a transaction that was rolled back', async () => {
    const { database, outbox, ship, waiting } = await setUp();
    const taken: OutboxMessage[] = [];
    await expect(
      database.transaction('acme', async trx => {
        await outbox.put(trx, mail('acme'));
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    ship(takeAll(taken));
    const last = mail('acme', 'last');
    await database.transaction('acme', trx => outbox.put(trx, last));
    await waitFor(async () => (await waiting()).length === 0);
    expect(taken).toEqual([last]);
  });

  it('hands over again what a dead process may have handed over', async () => {
    const { database, outbox, ship, waiting } = await setUp();
    const message = mail('acme');
    await database.transaction('acme', trx => outbox.put(trx, message));
    const taken: OutboxMessage[] = [];
    let calls = 0;
    ship(async messages => {
      calls += 1;
      if (calls === 1) {
        throw new Error('the connection broke after the delivery');
      }
      return takeAll(taken)(messages);
    });
    await waitFor(async () => (await waiting()).length === 0);
    expect(taken).toEqual([message]);
  });

  it('lets no refused message hold up another', async () => {
    const { database, outbox, ship, waiting } = await setUp();
    const [bad, good] = [mail('acme', 'bad'), mail('birch', 'good')];
    await database.acrossTenants('test', async trx => {
      await outbox.put(trx, bad);
      await outbox.put(trx, good);
    });
    ship(async messages =>
      messages.map(({ id }) => ({
        id,
        ...(id === bad.id && { problem: 'not today' }),
      })),
    );
    await waitFor(async () => (await waiting())[0]?.attempts >= 1);
    expect(await waiting()).toMatchObject([
      { tenant_id: 'acme', message_id: bad.id },
    ]);
  });

  it('shows nobody at rest what a mail links to', async () => {
    const { database, outbox, waiting } = await setUp();
    await database.transaction('acme', trx => outbox.put(trx, mail('acme')));
    const [row] = await waiting();
    expect(row.sealed_message.includes('canary')).toBe(false);
    expect(await outbox.open(row)).toMatchObject({
      parameters: { link: SECRET_LINK },
    });
  });

  it('keeps the messages of one tenant from another', async () => {
    const { knex, database, outbox } = await setUp();
    await database.transaction('birch', trx => outbox.put(trx, mail('birch')));
    const seen = await database.transaction('acme', trx => trx('outbox'));
    expect(seen).toEqual([]);
    await expect(
      database.transaction('acme', trx => outbox.put(trx, mail('birch'))),
    ).rejects.toThrow(/row-level security/);
    expect(await findTenantTableFaults(knex)).toEqual([]);
  });

  it('records who did what, from which request', async () => {
    const { database, outbox, waiting } = await setUp();
    await database.transaction('acme', trx =>
      outbox.recordAudit(trx, {
        tenant: 'acme',
        action: 'orderSite',
        object: { kind: 'site', id: 'site_1', name: 'shop' },
        actor: { ref: 'user:acme/anna' },
        after: { size: 'small' },
      }),
    );
    const [row] = await waiting();
    expect(await outbox.open(row)).toEqual({
      kind: 'audit',
      id: row.message_id,
      tenant: 'acme',
      occurredAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      actor: { ref: 'user:acme/anna' },
      action: 'orderSite',
      object: { kind: 'site', id: 'site_1', name: 'shop' },
      outcome: 'succeeded',
      after: { size: 'small' },
    });
  });
});

async function waitFor(isDone: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await isDone())) {
    if (Date.now() > deadline) {
      throw new Error('It did not happen within 15 s');
    }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}
