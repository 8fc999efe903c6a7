import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { root } from '../../bootstrap/paths.mjs';
import { readTerraformModule } from '../../clouds/terraformModules.ts';
import { findInterfaceProblems } from './interfaceProblems.ts';
import { findSchemaProblems } from './schemaProblems.ts';
import { readSchemas } from './terraformSchemas.ts';

/** A change of one of our own modules, and what is said about it. */
interface Mutation {
  title: string;
  module: string;
  from: string;
  to: string;
  wanted: RegExp;
}

const schemas = readSchemas(path.join(root, 'terraform/schemas'));

const mutations: Mutation[] = [
  {
    title: 'a misspelt argument',
    module: 'aws-database',
    from: 'storage_encrypted     = true',
    to: 'storage_encripted     = true',
    wanted: /aws_db_instance\.this: .*no argument or block "storage_encripted"/,
  },
  {
    title: 'a misspelt argument of a nested block',
    module: 'aws-compute',
    from: 'healthy_threshold   = 2',
    to: 'healthy_treshold    = 2',
    wanted: /health_check: there is no argument or block "healthy_treshold"/,
  },
  {
    title: 'a missing required argument',
    module: 'aws-network',
    from: 'subnet_id     = aws_subnet.public[count.index].id\n',
    to: '',
    wanted: /aws_nat_gateway\.this: "subnet_id" is missing/,
  },
  {
    title: 'a missing required argument of a nested block',
    module: 'aws-compute',
    from: 'container_name   = "site"',
    to: '',
    wanted: /load_balancer: "container_name" is missing/,
  },
  {
    title: 'a missing required block',
    module: 'aws-storage',
    from: `  versioning_configuration {
    status = "Enabled"
  }
`,
    to: '',
    wanted: /"versioning_configuration" is missing/,
  },
  {
    title: 'a misspelt argument of a dynamic block',
    module: 'aws-compute',
    from: 'status_code = "HTTP_301"',
    to: 'status      = "HTTP_301"',
    wanted: /redirect: there is no argument or block "status"/,
  },
  {
    title: 'a block in the wrong block',
    module: 'aws-storage',
    from: '    apply_server_side_encryption_by_default {\n      sse_algorithm = "AES256"\n    }',
    to: '    versioning_configuration {\n      status = "Enabled"\n    }',
    wanted: /rule: there is no argument or block "versioning_configuration"/,
  },
  {
    title: 'a block written as an argument',
    module: 'aws-storage',
    from: 'versioning_configuration {',
    to: 'versioning_configuration = {',
    wanted: /"versioning_configuration" is a nested block/,
  },
  {
    title: 'an argument written as a block',
    module: 'aws-network',
    from: 'tags = { Name = var.name }',
    to: 'tags {\n    Name = var.name\n  }',
    wanted: /"tags" is an argument/,
  },
  {
    title: 'an unknown resource',
    module: 'aws-network',
    from: '"aws_internet_gateway"',
    to: '"aws_internet_gate"',
    wanted: /aws_internet_gate\.this: the provider has no such resource/,
  },
  {
    title: 'a data source where there is a resource only',
    module: 'aws-network',
    from: 'data "aws_availability_zones"',
    to: 'data "aws_appautoscaling_target"',
    wanted: /the provider has no such data source/,
  },
  {
    title: 'a resource that nobody distilled yet',
    module: 'aws-network',
    from: 'resource "aws_eip"',
    to: 'resource "aws_sqs_queue"',
    wanted: /run node tools\/generate-provider-schemas\.mjs/,
  },
  {
    title: 'a resource of a provider without a schema',
    module: 'aws-network',
    from: 'resource "aws_eip"',
    to: 'resource "elsewhere_address"',
    wanted: /no schema of the provider "elsewhere"/,
  },
  {
    title: 'an attribute set where it is read-only',
    module: 'aws-network',
    from: 'enable_dns_support   = true',
    to: 'arn                  = "arn:aws:ec2"',
    wanted: /aws_vpc\.this: "arn" is read-only/,
  },
  {
    title: 'a reference to an attribute that there is not',
    module: 'aws-network',
    from: 'value       = aws_vpc.this.id',
    to: 'value       = aws_vpc.this.vpc_id',
    wanted: /aws_vpc has no attribute "vpc_id"/,
  },
  {
    title: 'a reference to a resource that there is not',
    module: 'aws-network',
    from: 'value       = aws_vpc.this.id',
    to: 'value       = aws_vpc.that.id',
    wanted: /aws_vpc\.that\.id: the module has no such resource/,
  },
  {
    title: 'an argument that the older provider does not have',
    module: 'aws-network',
    from: 'enable_dns_support   = true',
    to: 'region               = "eu-central-1"',
    wanted: /"region" \(aws 5\.|no argument or block "region" \(aws 5\./,
  },
];

for (const { title, module, from, to, wanted } of mutations) {
  test(`${title} is found`, async t => {
    const problems = await problemsOf(t, module, text => {
      assert.ok(text.includes(from), `${module} no longer holds ${from}`);
      return text.replace(from, to);
    });
    assert.match(problems.join('\n'), wanted);
  });
}

test('our modules as they are have no problem', async t => {
  for (const module of new Set(mutations.map(each => each.module)))
    assert.deepEqual(await problemsOf(t, module, text => text), []);
});

test('a variable without type, and what is not described, is found', async t => {
  const folder = makeFolder(t);
  fs.writeFileSync(
    path.join(folder, 'main.tf'),
    'variable "bare" {}\noutput "silent" {\n  value = 1\n}\n',
  );
  assert.deepEqual(
    findInterfaceProblems(await readTerraformModule(folder, 'm')),
    [
      'm/main.tf: variable "bare" has no type',
      'm/main.tf: variable "bare" has no description',
      'm/main.tf: output "silent" has no description',
    ],
  );
});

async function problemsOf(
  t: TestContext,
  module: string,
  change: (text: string) => string,
) {
  const folder = makeFolder(t);
  const file = path.join(root, 'terraform/modules', module, 'main.tf');
  fs.writeFileSync(
    path.join(folder, 'main.tf'),
    change(fs.readFileSync(file, 'utf8')),
  );
  return findSchemaProblems(await readTerraformModule(folder, module), schemas);
}

function makeFolder(t: TestContext) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'freehold-module-'));
  t.after(() => fs.rmSync(folder, { recursive: true }));
  return folder;
}
