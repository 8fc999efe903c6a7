import { TestDatabases } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { Knex } from 'knex';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createCloudSessions } from '../clouds/createCloudSessions';
import type { Deployment } from '../domain/Deployment';
import {
  DeploymentsHarness,
  MIGRATIONS,
  TEST_KEY,
} from '../__testUtils__/DeploymentsHarness';
import { saveAccessKey } from '../__testUtils__/saveAccessKey';
import { AWS_SECRET, keyOf, StsDouble } from '../__testUtils__/StsDouble';
import { TerraformCopy } from '../__testUtils__/TerraformCopy';
import { describeWithTerraform } from '../__testUtils__/terraformPresence';

jest.setTimeout(120_000);

const OWN = '222222222222';
const BUSINESS = '999999999999';

/** What a careless provider might print, and in how many pieces. */
const CARELESS = `
set -eu
echo "region $AWS_REGION, endpoint $AWS_ENDPOINT_URL, token \${AWS_SESSION_TOKEN:-none}"
echo "plain $AWS_SECRET_ACCESS_KEY of $AWS_ACCESS_KEY_ID"
printf 'in pieces '
for letter in $(printf '%s' "$AWS_SECRET_ACCESS_KEY" | fold -w 7); do
  printf '%s' "$letter"; sleep 0.1
done
echo
echo "a line each:"
printf '%s' "$AWS_SECRET_ACCESS_KEY" | fold -w 5
echo
printf '%s:%s' "$AWS_ACCESS_KEY_ID" "$AWS_SECRET_ACCESS_KEY" | base64 -w 20 >&2
echo "base64 $(printf 'user:%s' "$AWS_SECRET_ACCESS_KEY" | base64 -w 0)"
echo "url $(printf '%s' "$AWS_SECRET_ACCESS_KEY" | sed 's#/#%2F#g; s#+#%2B#g')"
echo "run token $TF_HTTP_PASSWORD"
`;

describeWithTerraform('a run in a cloud', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let aws: StsDouble;
  let knex: Knex;
  let directory: string;
  let portal: DeploymentsHarness;

  beforeEach(async () => {
    aws = await StsDouble.start();
    knex = await databases.init('POSTGRES_18');
    await knex.migrate.latest({ directory: MIGRATIONS });
    directory = await fs.mkdtemp(path.join(os.tmpdir(), 'freehold-'));
    const terraform = await TerraformCopy.into(directory);
    await terraform.addStack('site-aws', CARELESS);
    portal = await DeploymentsHarness.start({
      knex,
      dataDirectory: path.join(directory, 'data'),
      terraformDirectory: terraform.directory,
      sites: { aws: { endpoint: aws.endpoint } },
    });
    portal.deployments.start();
  });

  afterEach(async () => {
    await portal.stop();
    await aws.stop();
    await fs.rm(directory, { recursive: true, force: true });
  });

  const config = () =>
    new ConfigReader({
      sites: { aws: { endpoint: aws.endpoint } },
      tenancy: { encryption: { keys: [{ id: 'test', key: TEST_KEY }] } },
    });
  const give = (tenant: string, account: string) =>
    saveAccessKey(
      { config: config(), database: portal.database },
      tenant,
      account,
    );
  const order = (owner: 'customer' | 'business') =>
    portal.order(
      'acme',
      'shop',
      { cloud: 'aws', region: 'eu-central-1' },
      { credentialOwner: owner },
    );
  const ended = async (of: Deployment) => {
    const present = await portal.reaches(of, 'succeeded', 'failed');
    return { ...present, log: await portal.logText(of) };
  };

  it('has the credential in its environment, and none of it in its log', async () => {
    await give('acme', OWN);
    const { state, log } = await ended(await order('customer'));
    expect(log).toContain(
      `region eu-central-1, endpoint ${aws.endpoint}, token none`,
    );
    expect(log).toContain('plain *** of ***');
    expect(log).toMatch(/in pieces \*\*\*$/m);
    const pieces = [...fold(AWS_SECRET, 7), ...fold(AWS_SECRET, 5)];
    for (const piece of pieces.filter(({ length }) => length > 4)) {
      expect(log).not.toContain(piece);
    }
    const encoded = Buffer.from(`${keyOf(OWN)}:${AWS_SECRET}`);
    for (const piece of fold(encoded.toString('base64'), 20).slice(1, -1)) {
      expect(log).not.toContain(piece);
    }
    expect(log).toMatch(/base64 \S*\*\*\*/);
    expect(log).toMatch(/url \*\*\*$/m);
    expect(log).toMatch(/run token \*\*\*$/m);
    expect(log).not.toContain(AWS_SECRET.slice(0, 12));
    expect(log).not.toContain(keyOf(OWN));
    expect(state).toBe('succeeded');
    const [credential] = await portal.rows('acme', 'cloud_credentials');
    expect(credential.last_used_at).not.toBeNull();
  });

  it('keeps nothing of the credential in clear', async () => {
    await give('acme', OWN);
    await ended(await order('customer'));
    for (const table of ['deployments', 'plan_files', 'cloud_credentials']) {
      const rows = await portal.rows('acme', table);
      const text = rows.map(row => Object.values(row).map(asText).join());
      expect(text.join()).not.toContain(AWS_SECRET);
    }
  });

  it('is of the role for as long as it may take, named by tenant and deployment', async () => {
    await give('default', BUSINESS);
    const roleArn = `arn:aws:iam::${OWN}:role/deployer`;
    aws.roles.set(roleArn, { externalId: 'freehold-x', longestSeconds: 3_600 });
    const { credentials } = createCloudSessions({
      config: config(),
      database: portal.database,
    });
    await portal.database.transaction('acme', trx =>
      credentials.save(
        trx,
        {
          tenant: 'acme',
          cloud: 'aws',
          credentialId: 'cred_role',
          kind: 'role',
          name: 'Deployer',
          account: OWN,
          principal: roleArn,
          roleArn,
          externalId: 'freehold-x',
          updatedBy: 'user:acme/ada',
        },
        undefined,
      ),
    );
    const placed = await order('customer');
    const { state, log } = await ended(placed);
    expect(state).toBe('succeeded');
    expect(log).toContain('token ***');
    const [{ fields, accessKeyId }] = aws.asked;
    expect(accessKeyId).toBe(keyOf(BUSINESS));
    expect(fields).toMatchObject({
      RoleSessionName: `acme@${placed.deploymentId}`,
      ExternalId: 'freehold-x',
      DurationSeconds: '3600',
    });
  });

  it('gets the hour that every role grants when the role grants no longer', async () => {
    const roleArn = `arn:aws:iam::${OWN}:role/deployer`;
    aws.roles.set(roleArn, { longestSeconds: 3_600 });
    await give('default', BUSINESS);
    const { aws: access, sessions } = createCloudSessions({
      config: config(),
      database: portal.database,
    });
    await access.assume(await sessions.findBase('acme'), {
      roleArn,
      externalId: 'x',
      sessionName: 'acme@dep_1',
      seconds: 7_200,
    });
    expect(aws.asked.map(({ fields }) => fields.DurationSeconds)).toEqual([
      '7200',
      '3600',
    ]);
  });

  it('fails in plain words when the credential is gone, and begins nothing', async () => {
    const { state, failure, log } = await ended(await order('business'));
    expect(state).toBe('failed');
    expect(failure).toEqual({
      code: 'credentials',
      message: expect.stringMatching(/credentials .* are gone/),
    });
    expect(log).not.toContain('Terraform');
  });

  it('names no secret of another customer in the account of the business', async () => {
    await give('default', BUSINESS);
    const placed = await portal.order(
      'acme',
      'shop',
      {
        cloud: 'aws',
        region: 'eu-central-1',
        secretReferences: {
          TOKEN: `arn:aws:ssm:eu-central-1:${BUSINESS}:parameter/rival/token`,
        },
      },
      { credentialOwner: 'business' },
    );
    const { state, failure } = await ended(placed);
    expect(state).toBe('failed');
    expect(failure?.message).toMatch(/begins with 'acme\/'/);
    expect(aws.asked).toEqual([]);
  });
});

function fold(text: string, width: number): string[] {
  return text.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
}

function asText(value: unknown): string {
  return Buffer.isBuffer(value) ? value.toString('latin1') : String(value);
}
