import { normalisePlan } from '../normalisePlan';
import { resource } from '../testing/resource';

const read = (...resources: object[]) =>
  normalisePlan({ resource_changes: resources });

/** With a configuration that sets these attributes of the first resource. */
const readWritten = (
  written: string[],
  address: string,
  change: object,
  ...others: ReturnType<typeof resource>[]
) => {
  const all = [resource(address, change), ...others];
  return normalisePlan({
    resource_changes: all,
    configuration: {
      root_module: {
        resources: all.map(({ type, name }, index) => ({
          type,
          name,
          expressions: Object.fromEntries(
            (index === 0 ? written : []).map(attribute => [attribute, {}]),
          ),
        })),
      },
    },
  })[0];
};

const tcp = { protocol: 'tcp', from_port: 22, to_port: 22 };
const blocked = {
  block_public_acls: true,
  block_public_policy: true,
  ignore_public_acls: true,
  restrict_public_buckets: true,
};
const block = 'aws_s3_bucket_public_access_block.site';

describe('network rules on AWS', () => {
  it.each<[string, object, object]>([
    [
      'the world spelled in another way',
      { ...tcp, ipv6_cidr_blocks: ['0:0::/0'] },
      { protocol: 'tcp', from: 22, to: 22 },
    ],
    [
      'half of the world',
      { ...tcp, cidr_blocks: ['128.0.0.0/1'] },
      { protocol: 'tcp', from: 22, to: 22 },
    ],
    [
      'all addresses of IPv6 that are given out',
      { ...tcp, ipv6_cidr_blocks: ['2000::/3'] },
      { protocol: 'tcp', from: 22, to: 22 },
    ],
    [
      'a protocol in capitals',
      { ...tcp, protocol: 'TCP', cidr_blocks: ['0.0.0.0/0'] },
      { protocol: 'tcp', from: 22, to: 22 },
    ],
    [
      'a protocol by its number',
      { ...tcp, protocol: '6', cidr_blocks: ['0.0.0.0/0'] },
      { protocol: 'tcp', from: 22, to: 22 },
    ],
    [
      'ports from -1 to -1',
      { protocol: 'tcp', from_port: -1, to_port: -1, cidr_blocks: ['::/0'] },
      { protocol: 'tcp', from: 0, to: 65_535 },
    ],
    [
      'a protocol without ports that names 443',
      {
        protocol: 'icmp',
        from_port: 443,
        to_port: 443,
        cidr_blocks: ['0.0.0.0/0'],
      },
      { protocol: 'icmp', from: 0, to: 65_535 },
    ],
  ])('let anybody in by %s', (_, rule, opened) => {
    const [inside, own] = read(
      resource('aws_default_security_group.web', {
        after: { ingress: [rule] },
      }),
      resource('aws_security_group_rule.web', {
        after: { type: 'ingress', ...rule },
      }),
    );
    expect(inside.after?.openPorts).toEqual([opened]);
    expect(own.after?.openPorts).toEqual([opened]);
  });

  it('let nobody know whom a list of addresses holds', () => {
    const found = read(
      resource('aws_vpc_security_group_ingress_rule.in', {
        after: { ip_protocol: 'tcp', prefix_list_id: 'pl-1' },
      }),
      resource('aws_security_group_rule.in', {
        after: { type: 'ingress', ...tcp, prefix_list_ids: ['pl-1'] },
      }),
      resource('aws_security_group.in', {
        after: { ingress: [{ ...tcp, prefix_list_ids: ['pl-1'] }] },
      }),
    );
    expect(found.map(({ unknown }) => unknown)).toEqual([
      ['openPorts'],
      ['openPorts'],
      ['openPorts'],
    ]);
  });

  it('of which some are unknown are told as far as they are known', () => {
    const [found] = read(
      resource('aws_security_group.in', {
        after: {
          ingress: [
            { ...tcp, prefix_list_ids: ['pl-1'] },
            { ...tcp, cidr_blocks: ['0.0.0.0/0'] },
          ],
        },
      }),
    );
    expect(found).toMatchObject({
      after: { openPorts: [{ protocol: 'tcp', from: 22, to: 22 }] },
      unknown: ['openPorts'],
    });
  });

  it('are open to whoever is named beside a list of addresses', () => {
    const [found] = read(
      resource('aws_security_group_rule.in', {
        after: {
          type: 'ingress',
          ...tcp,
          prefix_list_ids: ['pl-1'],
          cidr_blocks: ['0.0.0.0/0'],
        },
      }),
    );
    expect(found.after?.openPorts).toHaveLength(1);
  });

  it('are none in a group that leaves them to resources of their own', () => {
    const unknown = {
      after: { name: 'web' },
      after_unknown: { ingress: true },
    };
    const group = 'aws_security_group.web';
    expect(readWritten(['name'], group, unknown)).toMatchObject({
      after: { openPorts: [] },
      unknown: [],
    });
    expect(readWritten(['name', 'ingress'], group, unknown).unknown).toEqual([
      'openPorts',
    ]);
  });
});

describe('buckets on AWS', () => {
  const bucket = { after: { bucket: 'shop', id: 'shop' } };
  const withSettings = (...settings: object[]) =>
    read(
      resource('aws_s3_bucket.site', bucket),
      resource(block, { after: { bucket: 'shop', ...blocked } }),
      ...settings,
    )[0];

  it('are closed by all four blocks together', () => {
    expect(withSettings().after).toMatchObject({ public: false });
    for (const name of Object.keys(blocked)) {
      const [found] = read(
        resource('aws_s3_bucket.site', bucket),
        resource(block, {
          after: { bucket: 'shop', ...blocked, [name]: false },
        }),
      );
      expect(found.after).toMatchObject({ public: true });
    }
  });

  it('may be open when a block is known only later', () => {
    const [found] = read(
      resource('aws_s3_bucket.site', bucket),
      resource(block, {
        after: { bucket: 'shop', ...blocked, ignore_public_acls: undefined },
        after_unknown: { ignore_public_acls: true },
      }),
    );
    expect(found.unknown).toContain('public');
  });

  it('open when what blocks the public is taken away', () => {
    const [found] = read(
      resource('aws_s3_bucket.site', {
        actions: ['no-op'],
        before: bucket.after,
        after: bucket.after,
      }),
      resource(block, {
        actions: ['delete'],
        before: { bucket: 'shop', ...blocked },
      }),
    );
    expect(found).toMatchObject({
      action: 'update',
      before: { public: false },
      after: { public: true },
    });
  });

  it.each<[string, string, object]>([
    ['an access list', 'acl', { acl: 'public-read' }],
    [
      'a grant to everybody',
      'acl',
      {
        access_control_policy: [
          {
            grant: [
              {
                grantee: [
                  { uri: 'http://acs.amazonaws.com/groups/global/AllUsers' },
                ],
              },
            ],
          },
        ],
      },
    ],
    [
      'a policy',
      'policy',
      {
        policy: JSON.stringify({
          Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:*' }],
        }),
      },
    ],
  ])('count as public by %s, whatever blocks it', (_, kind, setting) => {
    const found = withSettings(
      resource(`aws_s3_bucket_${kind}.site`, {
        after: { bucket: 'shop', ...setting },
      }),
    );
    expect(found.after).toMatchObject({ public: true });
  });

  it('stay closed under a policy that is known only later, while all is blocked', () => {
    const found = withSettings(
      resource('aws_s3_bucket_policy.site', {
        after: { bucket: 'shop' },
        after_unknown: { policy: true },
      }),
    );
    expect(found.after).toMatchObject({ public: false });
  });

  it('are stood for by their settings when the plan does not hold them', () => {
    const [found] = read(
      resource('aws_s3_bucket_acl.theirs', {
        after: { bucket: 'elsewhere', acl: 'public-read' },
      }),
    );
    expect(found).toMatchObject({ kind: 'bucket', after: { public: true } });
  });

  it('are encrypted by what somebody wrote, not by what AWS may fill in', () => {
    const unknown = {
      after: { bucket: 'shop' },
      after_unknown: { server_side_encryption_configuration: true },
    };
    const address = 'aws_s3_bucket.site';
    expect(readWritten(['bucket'], address, unknown).after).toMatchObject({
      encrypted: false,
    });
    expect(
      readWritten(
        ['bucket', 'server_side_encryption_configuration'],
        address,
        unknown,
      ).unknown,
    ).toContain('encrypted');
  });

  it('hold nothing of their own when the plan itself fills them', () => {
    const [filled, , other] = read(
      resource('aws_s3_bucket.site', bucket),
      resource('aws_s3_object.page', { after: { bucket: 'shop' } }),
      resource('aws_s3_bucket.uploads', {
        after: { bucket: 'uploads', force_destroy: true },
      }),
    );
    expect(filled.after).toMatchObject({ holdsData: false });
    expect(other.after).toMatchObject({
      holdsData: true,
      deletionProtection: false,
    });
  });
});

describe('what else is read of AWS', () => {
  it('tells a replica from a database that holds the data', () => {
    const [replica, main] = read(
      resource('aws_db_instance.replica', {
        after: { replicate_source_db: 'main' },
      }),
      resource('aws_db_instance.main', {
        after: {
          identifier: 'main',
          // As AWS answers for a database that is no replica.
          replicate_source_db: '',
          storage_encrypted: false,
          final_snapshot_identifier: 'last',
        },
      }),
    );
    expect(replica.after).toMatchObject({ holdsData: false });
    expect(main.after).toMatchObject({
      holdsData: true,
      leavesSnapshot: true,
      encrypted: false,
    });
  });

  it('takes an address that a server gets for the server', () => {
    const [given, gateways] = read(
      resource('aws_eip.web', { after: { instance: 'i-1' } }),
      resource('aws_eip.nat', { after: { domain: 'vpc' } }),
    );
    expect(given).toMatchObject({ kind: 'instance', after: { public: true } });
    expect(gateways.kind).toBe('network');
  });

  it('reads labels of types that nothing else is known of', () => {
    const [found] = read(
      resource('aws_sqs_queue.jobs', { after: { tags_all: { site: 'a' } } }),
    );
    expect(found).toMatchObject({
      kind: 'other',
      after: { labels: { site: 'a' } },
    });
  });

  it('finds no labels where the provider has none to set', () => {
    const [found] = read(
      resource('aws_ecs_cluster.main', {
        after: { tags: null },
        after_unknown: { tags_all: true },
      }),
    );
    expect(found).toMatchObject({ after: { labels: {} }, unknown: [] });
  });

  it('does not take some labels for all of them', () => {
    const [found] = read(
      resource('aws_vpc.main', {
        after: { tags: { site: 'a' } },
        after_unknown: { tags_all: true },
      }),
    );
    expect(found.unknown).toEqual(['labels']);
  });

  it('keeps what is there apart from what was replaced and still goes', () => {
    const [main, old, replica] = read(
      resource('aws_db_instance.main', {
        actions: ['no-op'],
        before: { identifier: 'main', storage_encrypted: true },
        after: { identifier: 'main', storage_encrypted: true },
      }),
      resource(
        'aws_db_instance.main',
        { actions: ['delete'], before: { identifier: 'main' } },
        { deposed: '12345678' },
      ),
      resource('aws_db_instance.replica', {
        after: { replicate_source_db: 'main', storage_encrypted: null },
      }),
    );
    expect([main.action, old.action]).toEqual(['keep', 'destroy']);
    expect(replica.after).toMatchObject({ encrypted: true });
  });
});
