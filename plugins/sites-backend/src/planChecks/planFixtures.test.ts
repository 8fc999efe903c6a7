import fs from 'node:fs';
import path from 'node:path';
import type { PlanCheckInput } from '@freehold/plugin-sites-node';
import { readPlan } from '../domain/readPlan';
import { builtInChecks } from './builtInChecks';

interface Expectation {
  plan: string;
  /** What follows from what the scenario does, before anything was run. */
  because: string;
  decision: 'pass' | 'ask' | 'deny';
  findings?: string[];
}

const folder = path.resolve(__dirname, '../../../../examples/plans');

const database = 'module.database[0].aws_db_instance.this';
const bucket = 'module.storage[0].aws_s3_bucket.this';
const databaseRule =
  'module.database[0].aws_vpc_security_group_ingress_rule.site';
const inContainers = (name: string) => `module.containers[0].${name}`;
const inNetwork = (name: string) => `module.network[0].${name}`;

/** Everything of a small container that AWS lets carry labels. */
const labelled = [
  ...[
    'aws_appautoscaling_target.this',
    'aws_cloudwatch_log_group.this',
    'aws_ecs_cluster.this',
    'aws_ecs_service.this',
    'aws_ecs_task_definition.this',
    'aws_iam_role.execution',
    'aws_iam_role.task',
    'aws_lb.this',
    'aws_lb_listener.http',
    'aws_lb_target_group.this',
    'aws_security_group.balancer',
    'aws_security_group.site',
    'aws_vpc_security_group_egress_rule.https',
    'aws_vpc_security_group_egress_rule.site',
    'aws_vpc_security_group_ingress_rule.balancer',
    'aws_vpc_security_group_ingress_rule.internet["80"]',
  ].map(inContainers),
  ...[
    'aws_default_security_group.closed',
    'aws_eip.nat[0]',
    'aws_internet_gateway.this',
    'aws_nat_gateway.this[0]',
    'aws_route_table.private[0]',
    'aws_route_table.private[1]',
    'aws_route_table.public',
    'aws_subnet.private[0]',
    'aws_subnet.private[1]',
    'aws_subnet.public[0]',
    'aws_subnet.public[1]',
    'aws_vpc.this',
  ].map(inNetwork),
];

const publicStorage = `public-storage deny: The storage ${bucket} could be opened to anybody on the internet. Block every kind of public access to it, and let no access list or policy of it speak of everybody.`;
const storageLoss = `storage-loss warn: The storage ${bucket} would be deleted, which works only while it holds nothing. Empty it first; what is in it is not deleted by this plan.`;
const unlabelled = (address: string, missing: string) =>
  `cost-labels deny: The costs of ${address} could not be allocated. It needs these labels: ${missing}.`;
const openDatabase = `open-ports deny: The network rule ${databaseRule} would let anybody in by tcp 5432. Only 80 and 443 may be open to the world; narrow the rest to known addresses.`;

const expectations: Expectation[] = [
  ...['create-small', 'create-large'].map(name => ({
    plan: `local/${name}`,
    because: 'files in a folder open nothing, and the placement is labelled',
    decision: 'pass' as const,
  })),
  {
    plan: 'local/resize-up',
    because: 'only what is recorded of the size changes',
    decision: 'pass',
  },
  {
    plan: 'local/release',
    because: 'files are published anew; nobody else keeps anything there',
    decision: 'pass',
  },
  {
    plan: 'local/no-change',
    because: 'there is nothing to decide on',
    decision: 'pass',
  },
  {
    plan: 'local/rename',
    because: 'the folder moves, and its files are published again',
    decision: 'pass',
  },
  {
    plan: 'local/destroy-all',
    because: 'published files are not data: the portal has them',
    decision: 'pass',
  },
  {
    plan: 'local/bad-missing-labels',
    because: 'no label says whose the costs of the placement are',
    decision: 'deny',
    findings: [
      unlabelled(
        'module.placement.terraform_data.placement',
        'tenant = acme, site = site_1',
      ),
    ],
  },
  {
    plan: 'local/bad-labels-of-another-customer',
    because: 'the costs would be found under another customer',
    decision: 'deny',
    findings: [
      unlabelled('module.placement.terraform_data.placement', 'tenant = acme'),
    ],
  },
  ...['create-static', 'create-static-with-domain'].map(name => ({
    plan: `aws/${name}`,
    because:
      'the bucket is closed, encrypted and read by one distribution; its policy is unknown, but what blocks the public overrules it',
    decision: 'pass' as const,
  })),
  ...[
    'create-small',
    'create-medium',
    'create-large',
    'create-custom',
    'create-git',
    'create-with-domains',
  ].map(name => ({
    plan: `aws/${name}`,
    because:
      'the world reaches the load balancer by 80 and 443, containers have no address of their own, and the provider labels everything',
    decision: 'pass' as const,
  })),
  ...['create-with-database', 'create-with-replica'].map(name => ({
    plan: `aws/${name}`,
    because:
      'database and replica are private and encrypted by fixed values, and only the site may connect',
    decision: 'pass' as const,
  })),
  {
    plan: 'aws/create-with-storage',
    because: 'the bucket is closed and encrypted by settings of their own',
    decision: 'pass',
  },
  ...[
    'resize-up',
    'resize-down',
    'no-change',
    'release-container',
    'replace-port',
  ].map(name => ({
    plan: `aws/${name}`,
    because: 'what is replaced holds no data, and nothing is opened',
    decision: 'pass' as const,
  })),
  {
    plan: 'aws/release-static',
    because: 'files are replaced by the next release',
    decision: 'pass',
  },
  {
    plan: 'aws/destroy-static',
    because: 'the bucket holds nothing but files that the portal has',
    decision: 'pass',
  },
  ...['remove-storage', 'destroy-all'].map(name => ({
    plan: `aws/${name}`,
    because:
      'AWS deletes this bucket only while it is empty, so nothing can be lost; people should know before it fails',
    decision: 'pass' as const,
    findings: [storageLoss],
  })),
  {
    plan: 'aws/remove-database',
    because: 'data goes, and a last snapshot stays',
    decision: 'ask',
    findings: [
      `database-loss require-approval: The database ${database} would be deleted: what it holds remains in a last snapshot only, which staff can restore; a plan that keeps the database needs no approval.`,
    ],
  },
  {
    plan: 'aws/remove-replica',
    because: 'a replica holds nothing that the database does not hold',
    decision: 'pass',
  },
  {
    plan: 'aws/bad-public-database',
    because: 'publicly_accessible is true',
    decision: 'deny',
    findings: [
      `public-database deny: The database ${database} could be reached from the internet. Make it private; the site reaches it from inside its network.`,
    ],
  },
  {
    plan: 'aws/bad-unencrypted-database',
    because: 'storage_encrypted is false',
    decision: 'deny',
    findings: [
      `encryption deny: The database ${database} would not be encrypted. Switch its encryption on.`,
    ],
  },
  ...[
    ['bad-public-bucket', 'one of the four blocks is off'],
    ['bad-no-public-access-block', 'nothing blocks public access'],
    ['bad-public-acl', 'the access list lets everybody read'],
    ['bad-public-policy', 'the policy allows a principal of *'],
  ].map(([name, because]) => ({
    plan: `aws/${name}`,
    because,
    decision: 'deny' as const,
    findings: [publicStorage],
  })),
  {
    plan: 'aws/bad-unencrypted-storage',
    because: 'no setting of the bucket switches encryption on',
    decision: 'deny',
    findings: [
      `encryption deny: The storage ${bucket} would not be encrypted. Switch its encryption on.`,
    ],
  },
  {
    plan: 'aws/bad-missing-labels',
    because: 'the provider sets no labels by itself any more',
    decision: 'deny',
    findings: labelled.map(address =>
      unlabelled(address, 'tenant = acme, site = site_1'),
    ),
  },
  {
    plan: 'aws/bad-empty-label',
    because:
      'a label without a value names no customer. Only for rules of security groups the provider says what it makes of one; of the rest, what has no tag of its own gets none, and what has one may get others',
    decision: 'deny',
    findings: labelled.map(address =>
      address.startsWith('module.containers')
        ? unlabelled(
            address,
            address.includes('aws_vpc_security_group_')
              ? 'tenant = acme'
              : 'tenant = acme, site = site_1',
          )
        : `cost-labels require-approval: The cost labels of ${address} cannot be told from the plan. A plan that sets them by fixed values passes by itself.`,
    ),
  },
  {
    plan: 'aws/bad-open-security-group',
    because: 'the port of the database is open to 0.0.0.0/0',
    decision: 'deny',
    findings: [openDatabase],
  },
  {
    plan: 'aws/bad-open-over-ipv6',
    because: '::/0 is the whole world as well',
    decision: 'deny',
    findings: [openDatabase],
  },
  {
    plan: 'aws/bad-prefix-list',
    because: 'which addresses are in the list, no plan says',
    decision: 'ask',
    findings: [
      `open-ports require-approval: Whom the network rule ${databaseRule} lets in is known only once it is there. A plan with fixed addresses passes by itself.`,
    ],
  },
  {
    plan: 'aws/bad-all-ports',
    because: 'a range that contains 80 contains everything else, too',
    decision: 'deny',
    findings: [
      `open-ports deny: The network rule ${inContainers('aws_vpc_security_group_ingress_rule.internet["80"]')} would let anybody in by tcp 0 to 65535. Only 80 and 443 may be open to the world; narrow the rest to known addresses.`,
    ],
  },
  {
    plan: 'aws/bad-public-service',
    because: 'containers get addresses on the internet',
    decision: 'deny',
    findings: [
      `public-server deny: The service ${inContainers('aws_ecs_service.this')} would have an address on the internet. Run it in the private network; visitors reach it through the load balancer.`,
    ],
  },
  {
    plan: 'aws/bad-unknown-type',
    because: 'nobody taught the portal what a queue is',
    decision: 'ask',
    findings: [
      `unknown-resources require-approval: No check can tell what ${inContainers('aws_sqs_queue.jobs')} does: the portal does not know resources of the type aws_sqs_queue. A plan without it passes by itself.`,
    ],
  },
];

function textOf(plan: string) {
  return fs.readFileSync(path.join(folder, `${plan}.json`), 'utf8');
}

async function decide(plan: string) {
  const input = {
    plan: readPlan(JSON.parse(textOf(plan))),
    kind: plan.includes('/destroy-') ? 'destroy' : 'apply',
    site: { siteId: 'site_1' },
    customer: { slug: 'acme', name: 'Acme', requiresApproval: false },
  } as PlanCheckInput;
  const found: string[] = [];
  for (const { id, check } of builtInChecks) {
    for (const { effect, reason } of await check(input)) {
      found.push(`${id} ${effect}: ${reason}`);
    }
  }
  return found;
}

function decisionOf(findings: string[]): Expectation['decision'] {
  if (findings.some(it => it.includes(' deny: '))) return 'deny';
  return findings.some(it => it.includes(' require-approval: '))
    ? 'ask'
    : 'pass';
}

describe('the built-in checks on plans that Terraform made', () => {
  it.each(expectations.map(it => [it.decision, it.plan, it.because, it]))(
    '%s %s: %s',
    async (decision, plan, _, { findings = [] }) => {
      const found = await decide(plan);
      expect(found.toSorted()).toEqual(findings.toSorted());
      expect(decisionOf(found)).toBe(decision);
    },
  );

  it('cover every plan that is kept', () => {
    const kept = fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.json'))
      .map(file => file.replace('.json', ''));
    expect(kept.toSorted()).toEqual(
      expectations.map(({ plan }) => plan).toSorted(),
    );
    expect(kept.length).toBeGreaterThanOrEqual(30);
  });

  it('hold nothing of the machine they were made on', () => {
    const ofAMachine = /127\.0\.0\.1|\/(?:tmp|home|root|Users|var\/folders)\//;
    for (const { plan } of expectations) {
      expect(ofAMachine.exec(textOf(plan))?.[0]).toBeUndefined();
    }
  });
});
