import { TestDatabases } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { isFinal } from '@freehold/plugin-sites-common';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Deployment } from '../domain/Deployment';
import {
  DeploymentsHarness,
  MIGRATIONS,
  TEST_KEY,
} from '../__testUtils__/DeploymentsHarness';
import { describeWithMoto, Moto } from '../__testUtils__/Moto';
import { saveAccessKey } from '../__testUtils__/saveAccessKey';

jest.setTimeout(600_000);

const OLGA = 'user:default/olga';

/** A refresh of its bucket finds the versioning that the other resource set. */
const STACK = `
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
  backend "http" {}
}

provider "aws" {
  s3_use_path_style           = true
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

resource "aws_s3_bucket" "files" {
  bucket = "drifting-files"
  tags   = { owner = "birch" }
}

resource "aws_s3_bucket_versioning" "files" {
  bucket = aws_s3_bucket.files.id
  versioning_configuration {
    status = "Enabled"
  }
}

output "endpoints" { value = ["http://127.0.0.1:9"] }
output "health_url" { value = "http://127.0.0.1:9" }
output "cost_labels" { value = {} }
output "dns_records" { value = [] }
`;

describeWithMoto('a site of AWS', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let moto: Moto;
  let directory: string;
  let portal: DeploymentsHarness;
  let order: Deployment;

  /** A provider takes longer to start than other tests wait. */
  const succeeded = async (of: Deployment): Promise<Deployment> => {
    let present = await portal.deployment(of);
    while (!isFinal(present.state)) {
      await sleep(200);
      present = await portal.deployment(of);
    }
    if (present.state !== 'succeeded')
      throw new Error(await portal.logText(of));
    return present;
  };
  beforeAll(async () => {
    moto = await Moto.start();
    const knex = await databases.init('POSTGRES_18');
    await knex.migrate.latest({ directory: MIGRATIONS });
    directory = await fs.mkdtemp(path.join(os.tmpdir(), 'freehold-'));
    const stack = path.join(directory, 'terraform/stacks/site-aws');
    await fs.mkdir(stack, { recursive: true });
    await fs.mkdir(path.join(directory, 'terraform/modules'));
    await fs.writeFile(path.join(stack, 'main.tf'), STACK);
    const aws = { endpoint: moto.endpoint };
    portal = await DeploymentsHarness.start({
      knex,
      dataDirectory: path.join(directory, 'data'),
      sites: {
        aws,
        terraform: {
          directory: path.join(directory, 'terraform'),
          cliConfigFile: await moto.writeCliConfig(directory),
        },
      },
    });
    portal.deployments.start();
    const config = new ConfigReader({
      sites: { aws },
      tenancy: { encryption: { keys: [{ id: 'test', key: TEST_KEY }] } },
    });
    await saveAccessKey({ config, database: portal.database }, 'birch');
    order = await portal.order(
      'birch',
      'shop',
      { cloud: 'aws', region: 'eu-central-1' },
      { credentialOwner: 'customer' },
    );
    await succeeded(order);
  });

  afterAll(async () => {
    await portal.stop();
    await moto.stop();
    await fs.rm(directory, { recursive: true, force: true });
  });

  const check = async () => {
    const { driftChecks } = portal.deployments;
    const begun = await driftChecks.checkDrift('birch', order.siteId, {
      by: OLGA,
    });
    return succeeded(begun);
  };
  const decide = () => portal.deployments.driftDecisions;

  it('is as it was deployed right after it was', async () => {
    const { plan } = await check();
    expect(plan?.changes).toEqual([]);
  });

  it('whose bucket somebody tagged has drifted in that, and is put right', async () => {
    await moto.tagBucket('drifting-files', { owner: 'nobody' });
    const { plan } = await check();
    expect(plan?.changes).toMatchObject([
      {
        address: 'aws_s3_bucket.files',
        action: 'update',
        attributes: expect.arrayContaining([
          {
            path: 'tags.owner',
            sensitive: false,
            before: 'birch',
            after: 'nobody',
          },
        ]),
      },
    ]);
    expect(plan?.resources).toMatchObject([
      {
        kind: 'bucket',
        before: { labels: { owner: 'birch' } },
        after: { labels: { owner: 'nobody' } },
      },
    ]);
    const begun = await decide().reconcileDrift('birch', order.siteId, {
      by: OLGA,
    });
    await succeeded(begun);
    expect(await moto.tagsOfBucket('drifting-files')).toContain('birch');
    expect(await portal.site(order)).toMatchObject({ drift_found_at: null });
  });

  it('can be accepted as it is: the state follows, the bucket stays', async () => {
    await moto.tagBucket('drifting-files', { owner: 'somebody' });
    const found = await check();
    const before = await portal.rows('birch', 'terraform_states');
    const begun = await decide().acceptDrift('birch', order.siteId, {
      by: OLGA,
      planHash: found.planHash!,
    });
    await succeeded(begun);
    expect(await portal.rows('birch', 'terraform_states')).toHaveLength(
      before.length + 1,
    );
    expect(await moto.tagsOfBucket('drifting-files')).toContain('somebody');
    expect(await portal.site(order)).toMatchObject({ drift_found_at: null });
    expect((await check()).plan?.changes).toEqual([]);
  });
});
