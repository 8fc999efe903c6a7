import { TestDatabases } from '@backstage/backend-test-utils';
import { randomUUID } from 'node:crypto';
import {
  startSitesBackend,
  type SitesBackend,
} from './__testUtils__/startSitesBackend';
import { AWS_SECRET, keyOf, StsDouble } from './__testUtils__/StsDouble';

jest.setTimeout(120_000);

const BUSINESS = '999999999999';
const OWN = '222222222222';

const accessKey = (account: string, changes: object = {}) => ({
  kind: 'access-key',
  name: 'Main account',
  accessKeyId: keyOf(account),
  secretAccessKey: AWS_SECRET,
  ...changes,
});
const role = (account: string) => ({
  kind: 'role',
  name: 'Deployer',
  roleArn: `arn:aws:iam::${account}:role/deployer`,
});

describe('cloud credentials', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let aws: StsDouble;
  let portal: SitesBackend;

  beforeEach(async () => {
    aws = await StsDouble.start();
    portal = await startSitesBackend(
      await databases.init('POSTGRES_18'),
      undefined,
      { endpoint: aws.endpoint },
    );
  });

  afterEach(() => aws.stop());

  const path = (customer: string, cloud = '') =>
    `/api/sites/customers/${customer}/cloud-credentials${cloud && `/${cloud}`}`;
  const list = (user: string, customer: string) =>
    portal.as(user).get(path(customer));
  const enter = (
    user: string,
    customer: string,
    input: object,
    cloud = 'aws',
  ) => portal.as(user).put(path(customer, cloud)).send(input);
  const remove = (user: string, customer: string) =>
    portal.as(user).delete(path(customer, 'aws'));
  const order = (name: string, changes: object = {}) =>
    portal
      .as('birch/bea')
      .post('/api/sites/customers/birch/sites')
      .set('idempotency-key', randomUUID())
      .send({
        name,
        cloud: 'aws',
        region: 'eu-central-1',
        size: 'small',
        content: { kind: 'starter' },
        ...changes,
      });

  it('are kept once AWS lets them in, and show their account but never their secret', async () => {
    const entered = await enter('birch/bea', 'birch', accessKey(OWN));
    expect(entered.status).toBe(200);
    expect(entered.body).toMatchObject({
      customer: 'birch',
      cloud: 'aws',
      kind: 'access-key',
      name: 'Main account',
      account: OWN,
      principal: `arn:aws:iam::${OWN}:user/portal`,
      accessKeyEnding: '2222',
      updatedBy: 'user:birch/bea',
    });
    const listed = await list('birch/bea', 'birch');
    expect(listed.body.items).toEqual([entered.body]);
    const recorded = JSON.stringify(await portal.recorded());
    expect(recorded).toContain('setCloudCredential');
    const [row] = await portal.database.transaction('birch', trx =>
      trx('cloud_credentials').select(),
    );
    const everywhere = [
      entered.text,
      listed.text,
      recorded,
      JSON.stringify({ ...row, ciphertext: String(row.ciphertext) }),
    ].join();
    expect(everywhere).not.toContain(AWS_SECRET);
    expect(everywhere).not.toContain(keyOf(OWN));
  });

  it.each([
    ['InvalidClientTokenId', 400, /does not know this access key/],
    ['SignatureDoesNotMatch', 400, /secret does not belong/],
    ['ExpiredToken', 400, /have expired/],
    ['InternalFailure', 503, /could not be asked/],
  ])(
    'are not kept when AWS answers %s, which is told in plain words',
    async (trouble, status, message) => {
      aws.trouble = trouble;
      const refused = await enter('birch/bea', 'birch', accessKey(OWN));
      expect(refused.status).toBe(status);
      expect(refused.body.error.message).toMatch(message);
      expect((await list('birch/bea', 'birch')).body.items).toEqual([]);
    },
  );

  it('are of a cloud that takes some', async () => {
    const refused = await enter('birch/bea', 'birch', accessKey(OWN), 'local');
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toMatch(/takes no credentials/);
  });

  it('are nobody else’s: neither another customer’s nor the business’s', async () => {
    await enter('default/olga', 'default', accessKey(BUSINESS));
    await enter('birch/bea', 'birch', accessKey(OWN));
    for (const customer of ['birch', 'default', 'no-such']) {
      expect((await list('cedar/carl', customer)).status).toBe(404);
      expect((await enter('cedar/carl', customer, accessKey(OWN))).status).toBe(
        404,
      );
      expect((await remove('cedar/carl', customer)).status).toBe(404);
    }
    expect((await list('default/olga', 'birch')).body.items).toHaveLength(1);
    expect((await list('default/olga', 'no-such')).status).toBe(404);
  });

  describe('that are a role', () => {
    const roleArn = role(OWN).roleArn;

    it('need something of the portal’s own to become it with', async () => {
      const refused = await enter('birch/bea', 'birch', role(OWN));
      expect(refused.status).toBe(409);
      expect(refused.body.error.message).toMatch(
        /hosting team has to enter an access key of the business/,
      );
    });

    it('are kept when the role asks for the external id of this customer', async () => {
      await enter('default/olga', 'default', accessKey(BUSINESS));
      const { externalId } = (await list('birch/bea', 'birch')).body;
      aws.roles.set(roleArn, { externalId });
      const entered = await enter('birch/bea', 'birch', role(OWN));
      expect(entered.body).toMatchObject({
        kind: 'role',
        account: OWN,
        roleArn,
        externalId,
      });
      const { externalId: another } = (await list('cedar/carl', 'cedar')).body;
      expect(another).not.toBe(externalId);
      // The same role, named by a customer it was not made for.
      const stolen = await enter('cedar/carl', 'cedar', role(OWN));
      expect(stolen.status).toBe(400);
      expect(stolen.body.error.message).toMatch(/does not let the portal be/);
    });

    it('are refused when the role asks nobody for an external id', async () => {
      await enter('default/olga', 'default', accessKey(BUSINESS));
      aws.roles.set(roleArn, {});
      const refused = await enter('birch/bea', 'birch', role(OWN));
      expect(refused.status).toBe(400);
      expect(refused.body.error.message).toMatch(/asks for no external id/);
    });

    it('are refused in the account of the business, whatever its trust says', async () => {
      await enter('default/olga', 'default', accessKey(BUSINESS));
      const { externalId } = (await list('birch/bea', 'birch')).body;
      aws.roles.set(role(BUSINESS).roleArn, { externalId });
      const refused = await enter('birch/bea', 'birch', role(BUSINESS));
      expect(refused.status).toBe(400);
      expect(refused.body.error.message).toMatch(
        /in the account of the hosting business/,
      );
    });
  });

  describe('and orders', () => {
    const ownerOf = async (siteId: string) =>
      portal.database.transaction('birch', async trx => {
        const row = await trx('sites').where({ site_id: siteId }).first();
        return row.credential_owner;
      });

    it('are needed: an order without any is refused, with what to do', async () => {
      const refused = await order('none');
      expect(refused.status).toBe(409);
      expect(refused.body.error.message).toMatch(
        /no credentials for AWS yet.*in the settings/,
      );
      expect(portal.sent).toEqual([]);
    });

    it('are the customer’s own before the business’s, and stay those of the site', async () => {
      await enter('default/olga', 'default', accessKey(BUSINESS));
      const shared = await order('shared');
      expect(await ownerOf(shared.body.site.siteId)).toBe('business');
      await enter('birch/bea', 'birch', accessKey(OWN));
      const own = await order('own');
      expect(await ownerOf(own.body.site.siteId)).toBe('customer');
      expect(await ownerOf(shared.body.site.siteId)).toBe('business');
    });

    it('can neither lose them nor move to another account while there are sites', async () => {
      await enter('birch/bea', 'birch', accessKey(OWN));
      const { body } = await order('held');
      const refused = await remove('birch/bea', 'birch');
      expect(refused.status).toBe(409);
      expect(refused.body.error.message).toMatch(/One site was made with/);
      const moved = await enter('birch/bea', 'birch', accessKey(BUSINESS));
      expect(moved.status).toBe(409);
      expect(moved.body.error.message).toMatch(
        /One site was made in account 222222222222/,
      );
      const renewed = await enter(
        'birch/bea',
        'birch',
        accessKey(OWN, { name: 'Renewed' }),
      );
      expect(renewed.body.name).toBe('Renewed');
      const destroyed = await destroy(body);
      expect(destroyed.status).toBe(202);
      await portal.end(
        'birch',
        destroyed.body.deployment.deploymentId,
        'succeeded',
      );
      expect((await remove('birch/bea', 'birch')).status).toBe(204);
      expect((await list('birch/bea', 'birch')).body.items).toEqual([]);
      // Asked again, it has nothing left to do.
      expect((await remove('birch/bea', 'birch')).status).toBe(204);
    });

    it('hold the business’s credentials too, seen across customers', async () => {
      await enter('default/olga', 'default', accessKey(BUSINESS));
      await order('held');
      const refused = await remove('default/olga', 'default');
      expect(refused.status).toBe(409);
    });

    it('in the shared account name only secrets under the name of the customer', async () => {
      await enter('default/olga', 'default', accessKey(BUSINESS));
      const withSecret = (name: string, place: string) =>
        order(name, {
          runtime: { kind: 'container', image: 'nginx:1', port: 80 },
          secretReferences: {
            TOKEN: `arn:aws:secretsmanager:eu-central-1:${BUSINESS}:secret:${place}`,
          },
        });
      const refused = await withSecret('thief', 'acme/token');
      expect(refused.status).toBe(400);
      expect(refused.body.error.message).toMatch(/begins with 'birch\/'/);
      const placed = await withSecret('honest', 'birch/token');
      expect(placed.status).toBe(201);
      await portal.end(
        'birch',
        placed.body.deployment.deploymentId,
        'succeeded',
      );
      const changed = await portal
        .as('birch/bea')
        .patch(`/api/sites/customers/birch/sites/${placed.body.site.siteId}`)
        .send({
          secretReferences: {
            TOKEN: `arn:aws:ssm:eu-central-1:${BUSINESS}:parameter/acme/token`,
          },
        });
      expect(changed.status).toBe(400);
    });

    async function destroy(placed: any) {
      await portal.end('birch', placed.deployment.deploymentId, 'succeeded');
      return portal
        .as('birch/bea')
        .delete(`/api/sites/customers/birch/sites/${placed.site.siteId}`);
    }
  });
});
