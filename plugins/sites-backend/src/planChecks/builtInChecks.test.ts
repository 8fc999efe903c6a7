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
      [created('aws_s3_bucket.site', { bucket: 'shop', tags: labels })],
      /^encryption deny: The storage aws_s3_bucket\.site/,
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

  it('let every plan wait of customers that staff asked it for', async () => {
    expect(await decide([], true)).toEqual([
      'customer-approval require-approval: Changes of Acme wait until staff have approved them.',
    ]);
  });
});
