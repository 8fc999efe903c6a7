import type { PlanScenario } from './PlanScenario.ts';

const container = {
  runtime: { kind: 'container', image: 'example/shop:1', port: 8080 },
};
const withDatabase = {
  ...container,
  add_ons: { database: { size: 'small', replica: false } },
};
const withStorage = { ...container, add_ons: { storage: true } };
const database = 'modules/aws-database/main.tf';
const storage = 'modules/aws-storage/main.tf';
const compute = 'modules/aws-compute/main.tf';
const stack = 'stacks/site-aws/main.tf';

/**
 * Plans as the portal shows them, good ones and some that its checks must stop.
 * Those that begin with a database take minutes: the provider polls RDS.
 */
export const awsPlanScenarios: PlanScenario[] = [
  { name: 'create-static', inputs: { size: 'small' } },
  { name: 'create-small', inputs: { ...container, size: 'small' } },
  { name: 'create-medium', inputs: { ...container, size: 'medium' } },
  { name: 'create-large', inputs: { ...container, size: 'large' } },
  {
    name: 'create-custom',
    inputs: {
      ...container,
      size: 'custom',
      custom_size: {
        cpu: '4',
        memory: 16384,
        minimum_instances: 3,
        maximum_instances: 12,
      },
    },
  },
  { name: 'create-with-database', inputs: { ...withDatabase, size: 'small' } },
  {
    name: 'create-with-replica',
    inputs: {
      ...container,
      size: 'medium',
      add_ons: { database: { size: 'large', replica: true } },
    },
  },
  { name: 'create-with-storage', inputs: { ...withStorage, size: 'small' } },
  {
    name: 'create-git',
    inputs: {
      size: 'small',
      runtime: {
        kind: 'git',
        repository: 'https://git.example/shop.git',
        reference: 'v1.2.0',
        image: 'example/shop:1.2.0',
        port: 3000,
      },
    },
  },
  {
    name: 'create-with-domains',
    inputs: {
      ...container,
      size: 'medium',
      domains: ['www.acme.example', 'acme.example'],
    },
  },
  {
    name: 'create-static-with-domain',
    inputs: { size: 'small', domains: ['www.acme.example'] },
  },
  {
    name: 'resize-up',
    before: { ...container, size: 'small' },
    inputs: { ...container, size: 'large' },
  },
  {
    name: 'resize-down',
    before: { ...container, size: 'large' },
    inputs: { ...container, size: 'small' },
  },
  {
    name: 'no-change',
    before: { ...container, size: 'small' },
    inputs: { ...container, size: 'small' },
  },
  {
    name: 'release-container',
    before: { ...container, size: 'small' },
    inputs: {
      size: 'small',
      runtime: { kind: 'container', image: 'example/shop:2', port: 8080 },
    },
  },
  {
    name: 'replace-port',
    before: { ...container, size: 'small' },
    inputs: {
      size: 'small',
      runtime: { kind: 'container', image: 'example/shop:1', port: 9090 },
    },
  },
  {
    name: 'remove-storage',
    before: { ...withStorage, size: 'small' },
    inputs: { ...container, size: 'small' },
  },
  {
    name: 'destroy-all',
    before: { ...withStorage, size: 'small' },
    inputs: { ...withStorage, size: 'small' },
    destroy: true,
  },
  {
    name: 'remove-database',
    before: { ...withDatabase, size: 'small' },
    inputs: { ...container, size: 'small' },
  },
  {
    name: 'bad-public-database',
    inputs: { ...withDatabase, size: 'small' },
    patches: [
      {
        file: database,
        from: 'publicly_accessible    = false',
        to: 'publicly_accessible    = true',
      },
    ],
  },
  {
    name: 'bad-unencrypted-database',
    inputs: { ...withDatabase, size: 'small' },
    patches: [
      {
        file: database,
        from: 'storage_encrypted     = true',
        to: 'storage_encrypted     = false',
      },
    ],
  },
  {
    name: 'bad-public-bucket',
    inputs: { ...withStorage, size: 'small' },
    patches: [
      {
        file: storage,
        from: 'block_public_policy     = true',
        to: 'block_public_policy     = false',
      },
    ],
  },
  {
    name: 'bad-unencrypted-storage',
    inputs: { ...withStorage, size: 'small' },
    patches: [
      {
        file: storage,
        from: `resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
`,
        to: `resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  count = 0
`,
      },
    ],
  },
  {
    name: 'bad-missing-labels',
    inputs: { ...container, size: 'small' },
    patches: [
      {
        file: stack,
        from: '    tags = local.labels',
        to: '    tags = {}',
      },
    ],
  },
  {
    name: 'bad-open-security-group',
    inputs: { ...withDatabase, size: 'small' },
    patches: [
      {
        file: database,
        from: 'referenced_security_group_id = var.client_security_group_id',
        to: 'cidr_ipv4                    = "0.0.0.0/0"',
      },
    ],
  },
  {
    name: 'release-static',
    before: { size: 'small' },
    inputs: { size: 'small', aws: { release: 'f'.repeat(64) } },
  },
  {
    name: 'destroy-static',
    before: { size: 'small' },
    inputs: { size: 'small', aws: { source: null } },
    destroy: true,
  },
  {
    name: 'remove-replica',
    before: {
      ...container,
      size: 'small',
      add_ons: { database: { size: 'small', replica: true } },
    },
    inputs: { ...withDatabase, size: 'small' },
  },
  {
    name: 'bad-open-over-ipv6',
    inputs: { ...withDatabase, size: 'small' },
    patches: [
      {
        file: database,
        from: 'referenced_security_group_id = var.client_security_group_id',
        to: 'cidr_ipv6                    = "::/0"',
      },
    ],
  },
  {
    name: 'bad-prefix-list',
    inputs: { ...withDatabase, size: 'small' },
    patches: [
      {
        file: database,
        from: 'referenced_security_group_id = var.client_security_group_id',
        to: 'prefix_list_id               = "pl-0123456789abcdef0"',
      },
    ],
  },
  {
    name: 'bad-all-ports',
    inputs: { ...container, size: 'small' },
    patches: [
      {
        file: compute,
        from: `from_port         = tonumber(each.key)
  to_port           = tonumber(each.key)`,
        to: `from_port         = 0
  to_port           = 65535`,
      },
    ],
  },
  {
    name: 'bad-public-service',
    inputs: { ...container, size: 'small' },
    patches: [
      {
        file: compute,
        from: 'assign_public_ip = false',
        to: 'assign_public_ip = true',
      },
    ],
  },
  {
    name: 'bad-no-public-access-block',
    inputs: { ...withStorage, size: 'small' },
    patches: [
      {
        file: storage,
        from: 'resource "aws_s3_bucket_public_access_block" "this" {',
        to: 'resource "aws_s3_bucket_public_access_block" "this" {\n  count = 0',
      },
    ],
  },
  {
    name: 'bad-public-acl',
    inputs: { ...withStorage, size: 'small' },
    patches: [
      {
        file: storage,
        from: '# The one policy of the bucket',
        to: `resource "aws_s3_bucket_acl" "this" {
  bucket = aws_s3_bucket.this.id
  acl    = "public-read"
}

# The one policy of the bucket`,
      },
    ],
  },
  {
    name: 'bad-public-policy',
    inputs: { ...withStorage, size: 'small' },
    patches: [
      {
        file: storage,
        from: `Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.this.arn, "\${aws_s3_bucket.this.arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }`,
        to: `Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = ["arn:aws:s3:::*/*"]`,
      },
    ],
  },
  {
    name: 'bad-empty-label',
    inputs: { ...container, size: 'small' },
    patches: [{ file: stack, from: 'tenant = var.tenant', to: 'tenant = ""' }],
  },
  {
    name: 'bad-unknown-type',
    inputs: { ...container, size: 'small' },
    patches: [
      {
        file: compute,
        from: 'resource "aws_ecs_cluster" "this" {',
        to: `resource "aws_sqs_queue" "jobs" {
  name = var.name
}

resource "aws_ecs_cluster" "this" {`,
      },
    ],
  },
];
