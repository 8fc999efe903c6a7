import { ConfigReader } from '@backstage/config';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { createEnvelopeCipher } from '@freehold/plugin-tenancy-node';
import { randomBytes } from 'node:crypto';
import {
  DeploymentsHarness,
  MIGRATIONS,
} from '../__testUtils__/DeploymentsHarness';
import { AwsKeys } from '../clouds/AwsKeys';
import { CloudCredentialsStore } from '../database/CloudCredentialsStore';
import { PlanFilesStore } from '../database/PlanFilesStore';
import { SecretsStore } from '../database/SecretsStore';
import { StatesStore } from '../database/StatesStore';
import { TerraformStates } from '../state/TerraformStates';
import { rewrapSecrets } from './rewrapSecrets';

jest.setTimeout(60_000);

const state = Buffer.from(
  `{\n  "version": 4,\n  "serial": 1,\n  "lineage": "a",\n  "resources": []\n}\n`,
);

describe('rotating the key', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  it('leaves everything readable when the old key is gone at last', async () => {
    const knex = await databases.init('POSTGRES_18');
    await knex.migrate.latest({ directory: MIGRATIONS });
    const portal = await DeploymentsHarness.start({ knex });
    const { database } = portal;
    const [old, fresh] = ['old', 'fresh'].map(id => ({
      id,
      key: randomBytes(32).toString('base64'),
    }));
    const withKeys = (...keys: object[]) => {
      const cipher = createEnvelopeCipher(
        new ConfigReader({ tenancy: { encryption: { keys } } }),
      );
      const store = new StatesStore();
      return {
        secrets: new SecretsStore(cipher),
        states: TerraformStates.create({ database, store, cipher }),
        planFiles: new PlanFilesStore(cipher),
        credentials: new CloudCredentialsStore(cipher),
      };
    };
    const orders = [
      await portal.order('acme', 'shop'),
      await portal.order('rival', 'shop'),
    ];
    const keys = new AwsKeys({
      accessKeyId: 'AKIA',
      secretAccessKey: 'a secret',
    });
    const before = withKeys(old);
    for (const order of orders) {
      await before.states.adopt(order, state);
      await database.transaction(order.tenant, trx =>
        before.planFiles.save(trx, order, Buffer.from('a plan')),
      );
      await database.transaction(order.tenant, trx =>
        before.credentials.save(
          trx,
          {
            tenant: order.tenant,
            cloud: 'aws',
            credentialId: 'cred_1',
            kind: 'access-key',
            name: 'Main',
            account: '111111111111',
            principal: 'arn:aws:iam::111111111111:user/portal',
            updatedBy: 'user:acme/ada',
          },
          keys,
        ),
      );
    }

    const logger = mockServices.logger.mock();
    const { secrets } = withKeys(fresh, old);
    await rewrapSecrets({ database, secrets, logger });
    expect(logger.info).toHaveBeenCalledWith(
      expect.stringMatching(/^Wrapped 6 states, plans and credentials/),
    );

    const after = withKeys(fresh);
    for (const order of orders) {
      expect((await after.states.read(order))?.toString()).toMatch(/"serial"/);
      const planFile = await database.transaction(order.tenant, trx =>
        after.planFiles.find(trx, order),
      );
      expect(planFile?.toString()).toBe('a plan');
      const kept = await database.transaction(order.tenant, async trx => {
        const found = await after.credentials.find(trx, order.tenant, 'aws');
        return after.credentials.findKeys(trx, found!);
      });
      expect(kept?.reveal()).toEqual(keys.reveal());
    }
    await portal.stop();
    await portal.removeData();
  });
});
