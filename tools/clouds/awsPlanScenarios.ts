/** One plan that is kept as a fixture in examples/plans/aws. */
export interface PlanScenario {
  /** Of the fixture. */
  name: string;
  /** Inputs of the stack, beside those every scenario has. */
  inputs: Inputs;
  /** What is applied first; without it there is nothing yet. */
  before?: Inputs;
  /** Plans to remove everything. */
  destroy?: true;
  /** A mistake somebody might make in the modules. */
  patch?: Patch;
}

export type Inputs = Record<string, unknown>;

interface Patch {
  /** Below terraform/. */
  file: string;
  from: string;
  to: string;
}

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
    patch: {
      file: database,
      from: 'publicly_accessible    = false',
      to: 'publicly_accessible    = true',
    },
  },
  {
    name: 'bad-unencrypted-database',
    inputs: { ...withDatabase, size: 'small' },
    patch: {
      file: database,
      from: 'storage_encrypted     = true',
      to: 'storage_encrypted     = false',
    },
  },
  {
    name: 'bad-public-bucket',
    inputs: { ...withStorage, size: 'small' },
    patch: {
      file: storage,
      from: 'block_public_policy     = true',
      to: 'block_public_policy     = false',
    },
  },
  {
    name: 'bad-unencrypted-storage',
    inputs: { ...withStorage, size: 'small' },
    patch: {
      file: storage,
      from: `resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
`,
      to: `resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  count = 0
`,
    },
  },
  {
    name: 'bad-missing-labels',
    inputs: { ...container, size: 'small' },
    patch: {
      file: 'stacks/site-aws/main.tf',
      from: '    tags = local.labels',
      to: '    tags = {}',
    },
  },
  {
    name: 'bad-open-security-group',
    inputs: { ...withDatabase, size: 'small' },
    patch: {
      file: database,
      from: 'referenced_security_group_id = var.client_security_group_id',
      to: 'cidr_ipv4                    = "0.0.0.0/0"',
    },
  },
];
