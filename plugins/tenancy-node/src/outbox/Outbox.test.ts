import { TestDatabases } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { randomBytes } from 'node:crypto';
import express from 'express';
import request from 'supertest';
import { TenantDatabase } from '../database';
import { createEnvelopeCipher } from '../encryption';
import { noteActor, requestContext } from '../http/requestContext';
import { createOutbox } from './createOutbox';
import { Outbox } from './Outbox';

jest.setTimeout(60_000);

describe('an act on the record', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  it('names who did it, and as whom they viewed', async () => {
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
    const portal = express()
      .use(requestContext())
      .get('/:as', async (req, res) => {
        const { as } = req.params;
        noteActor('user:default/olga', as === 'herself' ? undefined : as);
        await database.transaction('acme', trx =>
          outbox.recordAudit(trx, {
            tenant: 'acme',
            action: 'signOut',
            object: { kind: 'session', id: as },
          }),
        );
        res.end();
      });
    await request(portal).get('/acme');
    await request(portal).get('/herself');

    const rows = await database.transaction('acme', trx =>
      trx('outbox').orderBy('position'),
    );
    const messages = await Promise.all(rows.map(row => outbox.open(row)));
    expect(
      messages.map(message => 'actor' in message && message.actor),
    ).toEqual([
      { ref: 'user:default/olga', viewingAs: 'acme' },
      { ref: 'user:default/olga' },
    ]);
  });
});
