import type { PlanCheckInput } from '@freehold/plugin-sites-node';
import { readPlan } from '../domain/readPlan';
import { builtInChecks } from './builtInChecks';

const labels = { tenant: 'acme', site: 'site_1' };

const resource = (address: string, change: object) => ({
  address,
  mode: 'managed',
  type: address.split('.')[0],
  name: address.split('.')[1],
  change: {
    actions: ['create'],
    before: null,
    after: null,
    after_unknown: {},
    ...change,
  },
});
const created = (address: string, after: object, after_unknown = {}) =>
  resource(address, { after, after_unknown });
const destroyed = (address: string, before: object) =>
  resource(address, { actions: ['delete'], before });
const database = (after: object, unknown = {}) =>
  created('aws_db_instance.main', { tags: labels, ...after }, unknown);
const rule = (port: number, cidr: string | null, unknown = {}) =>
  created(
    'aws_vpc_security_group_ingress_rule.in',
    {
      tags: labels,
      cidr_ipv4: cidr,
      ip_protocol: 'tcp',
      from_port: port,
      to_port: port,
    },
    unknown,
  );
/** Closed and encrypted by settings of its own, as a fixed name has it. */
const bucketSettings = (blocked = true) => [
  created('aws_s3_bucket_public_access_block.site', {
    bucket: 'shop',
    block_public_acls: true,
    block_public_policy: blocked,
    ignore_public_acls: true,
    restrict_public_buckets: true,
  }),
  created('aws_s3_bucket_server_side_encryption_configuration.site', {
    bucket: 'shop',
    rule: [{}],
  }),
];
const bucket = created('aws_s3_bucket.site', { bucket: 'shop', tags: labels });
const server = (after: object, unknown = {}) =>
  created(
    'aws_instance.web',
    { root_block_device: [{ encrypted: true }], tags: labels, ...after },
    unknown,
  );
const safe = { publicly_accessible: false, storage_encrypted: true };

async function decide(
  resources: object[],
  requiresApproval = false,
): Promise<string[]> {
  const input = {
    plan: readPlan({ resource_changes: resources }),
    kind: 'apply',
    site: { siteId: 'site_1' },
    customer: { slug: 'acme', name: 'Acme', requiresApproval },
  } as PlanCheckInput;
  const found = [];
  for (const { id, check } of builtInChecks) {
    for (const { effect, reason } of await check(input)) {
      found.push(`${id} ${effect}: ${reason}`);
    }
  }
  return found;
}

describe('the built-in checks', () => {
  it.each<[string, object[]]>([
    ['an empty plan', []],
    ['a private, encrypted database', [database(safe)]],
    ['a web port open to the world', [rule(443, '0.0.0.0/0')]],
    ['another port for the private network', [rule(22, '10.0.0.0/8')]],
    [
      'the end of what is no database',
      [destroyed('aws_ecs_service.web', { name: 'web' })],
    ],
    [
      'a public database that the plan leaves alone',
      [
        resource('aws_db_instance.old', {
          actions: ['no-op'],
          before: { publicly_accessible: true },
          after: { publicly_accessible: true },
        }),
      ],
    ],
    ['closed and encrypted storage', [bucket, ...bucketSettings()]],
    ['a server without an address', [server({})]],
    [
      'the end of a replica',
      [destroyed('aws_db_instance.copy', { replicate_source_db: 'main' })],
    ],
    [
      'the end of storage with files of the plan itself',
      [
        destroyed('aws_s3_bucket.site', {
          bucket: 'shop',
          force_destroy: true,
        }),
        destroyed('aws_s3_object.page', { bucket: 'shop' }),
      ],
    ],
    [
      'a local site',
      [
        created('terraform_data.placement', {
          input: { size: 'small', labels },
        }),
        created('terraform_data.directory', { input: '/srv/site' }),
      ],
    ],
  ])('let %s pass', async (_, resources) => {
    expect(await decide(resources)).toEqual([]);
  });

  it.each<[string, object[], RegExp]>([
    [
      'a public database',
      [database({ ...safe, publicly_accessible: true })],
      /^public-database deny: .*Make it private/,
    ],
    [
      'a database in clear',
      [database({ ...safe, storage_encrypted: null })],
      /^encryption deny: .*Switch its encryption on/,
    ],
    [
      'storage in clear',
      [bucket, bucketSettings()[0]],
      /^encryption deny: The storage aws_s3_bucket\.site/,
    ],
    [
      'storage that may be opened to anybody',
      [bucket, ...bucketSettings(false)],
      /^public-storage deny: The storage aws_s3_bucket\.site .*Block every kind/,
    ],
    [
      'a server with an address on the internet',
      [server({ associate_public_ip_address: true })],
      /^public-server deny: .*Run it in the private network/,
    ],
    [
      'a server that is given an address of its own',
      [created('aws_eip.web', { instance: 'i-1', tags: labels })],
      /^public-server deny/,
    ],
    [
      'everything open over IPv6',
      [
        created('aws_security_group_rule.all', {
          type: 'ingress',
          protocol: '-1',
          from_port: 0,
          to_port: 0,
          ipv6_cidr_blocks: ['::/0'],
        }),
      ],
      /^open-ports deny: .* by every port\./,
    ],
    [
      'a label without a value',
      [created('aws_vpc.main', { tags: { ...labels, site: '' } })],
      /^cost-labels deny: .*labels: site = site_1\.$/,
    ],
    [
      'a disk in clear',
      [created('aws_ebs_volume.data', { encrypted: false, tags: labels })],
      /^encryption deny: The disk/,
    ],
    [
      'a rule that lets anybody in by SSH',
      [rule(22, '0.0.0.0/0')],
      /^open-ports deny: .*tcp 22\. Only 80 and 443/,
    ],
    [
      'an open rule of a group beside one that nobody can tell yet',
      [
        created(
          'aws_security_group.web',
          {
            tags: labels,
            ingress: [
              { protocol: 'tcp', from_port: 443, to_port: 443 },
              {
                cidr_blocks: ['0.0.0.0/0'],
                protocol: 'tcp',
                from_port: 22,
                to_port: 22,
              },
            ],
          },
          { ingress: [{ cidr_blocks: true }, {}] },
        ),
      ],
      /^open-ports deny: .*tcp 22\. Only 80 and 443/,
    ],
    [
      'no labels at all',
      [created('aws_vpc.main', { tags: null })],
      /^cost-labels deny: .*tenant = acme, site = site_1/,
    ],
    [
      'labels of another customer',
      [created('aws_vpc.main', { tags: { ...labels, tenant: 'birch' } })],
      /^cost-labels deny: .*labels: tenant = acme\.$/,
    ],
    [
      'a local placement without labels',
      [created('terraform_data.placement', { input: { size: 'small' } })],
      /^cost-labels deny/,
    ],
  ])('deny %s, and say what would pass', async (_, resources, reason) => {
    expect(await decide(resources)).toEqual([expect.stringMatching(reason)]);
  });

  it.each<[string, object[], RegExp]>([
    [
      'the end of a database',
      [destroyed('aws_db_instance.main', safe)],
      /^database-loss require-approval: .*all it holds is lost/,
    ],
    [
      'a database made anew',
      [
        resource('aws_db_instance.main', {
          actions: ['delete', 'create'],
          before: safe,
          after: { ...safe, tags: labels },
        }),
      ],
      /^database-loss require-approval: .*made anew, empty/,
    ],
    [
      'the end of a database that leaves a snapshot',
      [
        destroyed('aws_db_instance.main', {
          ...safe,
          final_snapshot_identifier: 'last',
        }),
      ],
      /^database-loss require-approval: .*remains in a last snapshot only/,
    ],
    [
      'the end of storage with what is in it',
      [
        destroyed('aws_s3_bucket.site', {
          bucket: 'shop',
          force_destroy: true,
        }),
      ],
      /^storage-loss require-approval: .*with everything in it/,
    ],
    [
      'a disk made anew',
      [
        resource('aws_ebs_volume.data', {
          actions: ['create', 'delete'],
          before: { encrypted: true },
          after: { encrypted: true, tags: labels },
        }),
      ],
      /^storage-loss require-approval: .*made anew, empty/,
    ],
    [
      'an address that the subnet of a server decides on',
      [server({}, { associate_public_ip_address: true })],
      /^public-server require-approval/,
    ],
    [
      'storage of which nobody can tell who reaches it',
      [
        bucket,
        created(
          'aws_s3_bucket_public_access_block.site',
          { bucket: 'shop' },
          {
            block_public_acls: true,
            block_public_policy: true,
            ignore_public_acls: true,
            restrict_public_buckets: true,
          },
        ),
        bucketSettings()[1],
      ],
      /^public-storage require-approval/,
    ],
    [
      'what no check can read',
      [created('aws_sqs_queue.jobs', { tags: labels })],
      /^unknown-resources require-approval: .*type aws_sqs_queue/,
    ],
    [
      'the end of what no check can read',
      [destroyed('aws_dynamodb_table.orders', { name: 'orders' })],
      /^unknown-resources require-approval/,
    ],
    [
      'a database of which nobody can tell who reaches it',
      [database(safe, { publicly_accessible: true })],
      /^public-database require-approval/,
    ],
    [
      'encryption that nobody can tell yet',
      [database(safe, { storage_encrypted: true })],
      /^encryption require-approval/,
    ],
    [
      'a rule for addresses that nobody can tell yet',
      [rule(22, null, { cidr_ipv4: true })],
      /^open-ports require-approval/,
    ],
    [
      'labels that nobody can tell yet',
      [created('aws_vpc.main', {}, { tags: true, tags_all: true })],
      /^cost-labels require-approval/,
    ],
  ])('let %s wait for approval', async (_, resources, reason) => {
    expect(await decide(resources)).toEqual([expect.stringMatching(reason)]);
  });

  it('warn of storage that goes only while it is empty', async () => {
    expect(
      await decide([destroyed('aws_s3_bucket.site', { bucket: 'shop' })]),
    ).toEqual([expect.stringMatching(/^storage-loss warn: .*Empty it first/)]);
  });

  it('let every plan wait of customers that staff asked it for', async () => {
    expect(await decide([], true)).toEqual([
      'customer-approval require-approval: Changes of Acme wait until staff have approved them.',
    ]);
  });
});
