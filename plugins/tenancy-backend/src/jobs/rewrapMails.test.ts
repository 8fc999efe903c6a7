import { ConfigReader } from '@backstage/config';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  createEnvelopeCipher,
  TenantDatabase,
} from '@freehold/plugin-tenancy-node';
import { randomBytes } from 'node:crypto';
import { seedTenancy } from '../__testUtils__/seedTenancy';
import {
  findMailRow,
  insertMail,
  updateMailRow,
  type MailKey,
} from '../database/mailsStore';
import { migrationsDirectory } from '../database/migrate';
import { MailParameters } from '../mail/MailParameters';
import { rewrapMails } from './rewrapMails';

jest.setTimeout(60_000);

const [old, fresh] = ['old', 'fresh'].map(id => ({
  id,
  key: randomBytes(32).toString('base64'),
}));
const cipherWith = (...keys: object[]) =>
  createEnvelopeCipher(new ConfigReader({ tenancy: { encryption: { keys } } }));
const linkIn = (key: MailKey) => ({ url: `https://${key.tenant}/#${key.id}` });

describe('rotating the key', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let database: TenantDatabase;

  beforeEach(async () => {
    const knex = await databases.init('POSTGRES_18');
    await knex.migrate.latest({ directory: migrationsDirectory });
    database = await TenantDatabase.create({ getClient: async () => knex });
    await seedTenancy(database);
  });

  const keep = async (key: MailKey) => {
    const parameters = MailParameters.create(cipherWith(old));
    const sealed = await parameters.seal(key, linkIn(key));
    const now = new Date();
    await database.transaction(key.tenant, trx =>
      insertMail(trx, {
        tenant_id: key.tenant,
        mail_id: key.id,
        recipient_email: 'bea@birch.example',
        recipient_name: null,
        template: 'passwordReset',
        subject: 'Set a new password',
        sealed_parameters: sealed,
        state: 'kept',
        next_attempt_at: now,
        give_up_at: now,
        last_problem: null,
        created_at: now,
      }),
    );
  };

  const rowOf = async (key: MailKey) =>
    (await database.transaction(key.tenant, trx => findMailRow(trx, key)))!;

  it('leaves kept mails readable when the old key is gone at last', async () => {
    const mails = [
      { tenant: 'birch', id: 'first' },
      { tenant: 'cedar', id: 'second' },
    ];
    for (const mail of mails) {
      await keep(mail);
    }
    const parameters = MailParameters.create(cipherWith(fresh));
    await expect(parameters.open(await rowOf(mails[0]))).rejects.toThrow();

    await rewrapMails({ database, cipher: cipherWith(fresh, old) });
    for (const mail of mails) {
      expect(await parameters.open(await rowOf(mail))).toEqual(linkIn(mail));
    }
  });

  it('gives no links back to mails that went out', async () => {
    const mail = { tenant: 'birch', id: 'sent' };
    await keep(mail);
    await database.transaction('birch', trx =>
      updateMailRow(trx, mail, { state: 'sent', sealed_parameters: null }),
    );
    await rewrapMails({ database, cipher: cipherWith(fresh, old) });
    expect((await rowOf(mail)).sealed_parameters).toBeNull();
  });
});
