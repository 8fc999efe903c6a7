import type { ResourceFacts } from './PlannedResource';
import { normalisePlan } from './normalisePlan';
import { resource } from './testing/resource';

const read = (...resources: object[]) =>
  normalisePlan({ resource_changes: resources });

/** A configuration in which settings refer to the bucket they belong to. */
const bucketSettings = (module: string, ...types: string[]) => ({
  root_module: {
    module_calls: {
      [module]: {
        module: {
          resources: types.map(type => ({
            type,
            name: 'site',
            expressions: {
              bucket: { references: ['aws_s3_bucket.site.id'] },
            },
          })),
        },
      },
    },
  },
});

const block = 'aws_s3_bucket_public_access_block';
const encryption = 'aws_s3_bucket_server_side_encryption_configuration';
const versioning = 'aws_s3_bucket_versioning';
const allBlocked = {
  block_public_acls: true,
  block_public_policy: true,
  ignore_public_acls: true,
  restrict_public_buckets: true,
};

describe('normalisePlan', () => {
  it.each<[string, string, object, ResourceFacts]>([
    [
      'a database that anybody reaches',
      'aws_db_instance.main',
      { publicly_accessible: true, instance_class: 'db.t4g.small', tags: null },
      {
        size: 'db.t4g.small',
        public: true,
        encrypted: false,
        deletionProtection: false,
        holdsData: true,
        leavesSnapshot: false,
        labels: {},
      },
    ],
    [
      'a closed, encrypted and protected database',
      'aws_db_instance.main',
      {
        publicly_accessible: false,
        storage_encrypted: true,
        deletion_protection: true,
        tags_all: { tenant: 'acme' },
      },
      {
        public: false,
        encrypted: true,
        deletionProtection: true,
        holdsData: true,
        leavesSnapshot: false,
        labels: { tenant: 'acme' },
      },
    ],
    [
      'a database cluster',
      'aws_rds_cluster.main',
      { cluster_identifier: 'main', storage_encrypted: true },
      {
        name: 'main',
        encrypted: true,
        deletionProtection: false,
        holdsData: true,
        leavesSnapshot: false,
      },
    ],
    [
      'a virtual machine with one disk in clear',
      'aws_instance.web',
      {
        instance_type: 't3.small',
        root_block_device: [{ encrypted: true }],
        ebs_block_device: [{ encrypted: false }],
      },
      {
        size: 't3.small',
        public: false,
        encrypted: false,
        deletionProtection: false,
      },
    ],
    [
      'a load balancer for visitors',
      'aws_lb.web',
      { name: 'web', internal: null },
      { name: 'web', public: true, deletionProtection: false },
    ],
    [
      'a service without an address of its own',
      'aws_ecs_service.web',
      { name: 'web', network_configuration: [{ assign_public_ip: false }] },
      { name: 'web', public: false },
    ],
    [
      'the placement of a local site',
      'module.placement.terraform_data.placement',
      { input: { size: 'small', labels: { tenant: 'acme' } } },
      { size: 'small', labels: { tenant: 'acme' } },
    ],
    ['what no reader knows', 'aws_sqs_queue.jobs', { name: 'jobs' }, {}],
  ])('reads %s', (_, address, after, facts) => {
    const [found] = read(resource(address, { after }));
    expect(found.after).toEqual(facts);
  });

  it.each<[string, string, object, object[]]>([
    [
      'a rule inside a security group',
      'aws_security_group.web',
      {
        ingress: [
          { cidr_blocks: ['10.0.0.0/8'], protocol: 'tcp', from_port: 22 },
          {
            cidr_blocks: ['0.0.0.0/0'],
            protocol: 'tcp',
            from_port: 22,
            to_port: 23,
          },
        ],
      },
      [{ protocol: 'tcp', from: 22, to: 23 }],
    ],
    [
      'a rule of its own over IPv6',
      'aws_vpc_security_group_ingress_rule.ssh',
      { cidr_ipv6: '::/0', ip_protocol: 'tcp', from_port: 22, to_port: 22 },
      [{ protocol: 'tcp', from: 22, to: 22 }],
    ],
    [
      'all protocols, which are all ports',
      'aws_security_group_rule.all',
      {
        type: 'ingress',
        cidr_blocks: ['0.0.0.0/0'],
        protocol: '-1',
        from_port: 0,
        to_port: 0,
      },
      [{ protocol: 'all', from: 0, to: 65_535 }],
    ],
    [
      'nothing in a rule for the private network',
      'aws_security_group_rule.near',
      {
        type: 'ingress',
        cidr_blocks: ['10.0.0.0/8'],
        protocol: 'tcp',
        from_port: 5432,
        to_port: 5432,
      },
      [],
    ],
  ])('finds open ports of %s', (_, address, after, openPorts) => {
    const [found] = read(resource(address, { after }));
    expect(found).toMatchObject({ kind: 'network-rule', after: { openPorts } });
  });

  it('asks nothing about ports of a rule for what goes out', () => {
    const [found] = read(
      resource('aws_security_group_rule.out', {
        after: { type: 'egress', cidr_blocks: ['0.0.0.0/0'], protocol: '-1' },
      }),
    );
    expect(found.after).toEqual({});
  });

  it('reads a bucket with settings that name it by reference, in a module and before it has an id', () => {
    const at = (type: string) => `module.storage.${type}.site`;
    const plan = (status: string) =>
      normalisePlan({
        configuration: bucketSettings('storage', block, encryption, versioning),
        resource_changes: [
          resource(at('aws_s3_bucket'), {
            after: { bucket: 'shop' },
            after_unknown: { id: true },
          }),
          resource(at(block), {
            after: allBlocked,
            after_unknown: { bucket: true },
          }),
          resource(at(encryption), {
            after: { rule: [{}] },
            after_unknown: { bucket: true },
          }),
          resource(at(versioning), {
            after: { versioning_configuration: [{ status }] },
            after_unknown: { bucket: true },
          }),
        ],
      })[0];
    expect(plan('Enabled')).toMatchObject({
      kind: 'bucket',
      after: { name: 'shop', public: false, encrypted: true, versioned: true },
    });
    expect(plan('Suspended').after).toMatchObject({ versioned: false });
  });

  it('takes a bucket without settings for public and unencrypted', () => {
    const [bucket] = read(
      resource('aws_s3_bucket.site', { after: { bucket: 'shop' } }),
    );
    expect(bucket.after).toEqual({
      name: 'shop',
      public: true,
      encrypted: false,
      versioned: false,
      deletionProtection: true,
      holdsData: true,
    });
  });

  it('sees that a bucket changes when only its settings do', () => {
    const bucket = { bucket: 'shop', id: 'shop' };
    const blocked = { bucket: 'shop', ...allBlocked };
    const [found] = read(
      resource('aws_s3_bucket.site', {
        actions: ['no-op'],
        before: bucket,
        after: bucket,
      }),
      resource(`${block}.site`, {
        actions: ['update'],
        before: blocked,
        after: { ...blocked, block_public_policy: false },
      }),
    );
    expect(found).toMatchObject({
      action: 'update',
      before: { public: false },
      after: { public: true },
    });
  });

  it('takes a replica to be encrypted as its source is', () => {
    const plan = (isEncrypted: boolean) =>
      normalisePlan({
        configuration: {
          root_module: {
            resources: [
              {
                type: 'aws_db_instance',
                name: 'replica',
                expressions: {
                  replicate_source_db: {
                    references: ['aws_db_instance.main.identifier'],
                  },
                },
              },
            ],
          },
        },
        resource_changes: [
          resource('aws_db_instance.replica', {
            after: { storage_encrypted: null },
            after_unknown: { replicate_source_db: true },
          }),
          resource('aws_db_instance.main', {
            after: { storage_encrypted: isEncrypted },
          }),
        ],
      })[0];
    expect(plan(true).after).toMatchObject({ encrypted: true });
    expect(plan(false).after).toMatchObject({ encrypted: false });
  });

  it('names what is unknown until applied, instead of guessing it', () => {
    const [found] = read(
      resource('aws_db_instance.main', {
        after: { publicly_accessible: false },
        after_unknown: { storage_encrypted: true, tags_all: { site: true } },
      }),
    );
    expect(found.unknown).toContain('encrypted');
    expect(found.after).not.toHaveProperty('encrypted');
    expect(found.after).toMatchObject({ public: false });
  });

  it('lets no sensitive value through', () => {
    const plan = read(
      resource('aws_db_instance.main', {
        actions: ['update'],
        before: { identifier: 'canary', tags: { owner: 'canary' } },
        before_sensitive: { identifier: true, tags: { owner: true } },
        after: { identifier: 'canary', tags: { owner: 'canary' } },
        after_sensitive: true,
      }),
    );
    expect(JSON.stringify(plan)).not.toContain('canary');
    expect(plan[0].unknown).toEqual(
      expect.arrayContaining(['name', 'encrypted', 'labels']),
    );
  });

  it('says what happens to each resource, and leaves out what is only read', () => {
    const actions = [
      ['create'],
      ['update'],
      ['delete', 'create'],
      ['create', 'delete'],
      ['delete'],
      ['no-op'],
      ['read'],
    ].map((list, index) =>
      resource(`aws_vpc.v${index}`, {
        actions: list,
        before: {},
        after: list[0] === 'delete' && list.length === 1 ? null : {},
      }),
    );
    expect(read(...actions).map(({ action }) => action)).toEqual([
      'create',
      'update',
      'replace',
      'replace',
      'destroy',
      'keep',
    ]);
  });
});
