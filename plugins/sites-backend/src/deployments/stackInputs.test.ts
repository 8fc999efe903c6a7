import path from 'node:path';
import type { Deployment } from '../domain/Deployment';
import { desiredSite } from '../__testUtils__/DeploymentsHarness';
import { stackInputs, type StackMaterial } from './stackInputs';

const material: StackMaterial = {
  publishedDirectory: '/data/published',
  contentDirectory: '/data/runs/dep_1/content',
  stackDirectory: '/data/runs/dep_1/stacks/site-aws',
  release: 'ab',
  address: 'http://shop.acme.localhost',
  domains: { validated: [] },
  aws: { keepsFinalSnapshot: true, dnsServers: [] },
};

function inputs(
  desired: Parameters<typeof desiredSite>[1],
  changes: Partial<StackMaterial> = {},
  kind: Deployment['kind'] = 'apply',
) {
  const deployment = {
    tenant: 'acme',
    siteId: 'site_1',
    kind,
    desired: desiredSite('shop', desired),
  } as Deployment;
  return stackInputs(deployment, { ...material, ...changes }) as Record<
    string,
    any
  >;
}

describe('inputs of a stack', () => {
  it('say in the words of Terraform what the order said', () => {
    const { aws, ...shared } = inputs({
      cloud: 'aws',
      region: 'eu-west-1',
      size: 'custom',
      runtime: { kind: 'container', image: 'shop:1', port: 80 },
      customSize: {
        cpu: '0.5',
        memory: 1_024,
        minimumInstances: 1,
        maximumInstances: 3,
      },
      domains: ['www.acme.example'],
      environment: { A: '1' },
      secretReferences: { B: 'arn:b' },
      addOns: { database: { size: 'small', replica: true } },
    });
    expect(shared).toEqual({
      tenant: 'acme',
      site: { id: 'site_1', name: 'shop', product: 'website' },
      location: 'eu-west-1',
      runtime: { kind: 'container', image: 'shop:1', port: 80 },
      size: 'custom',
      custom_size: {
        cpu: '0.5',
        memory: 1_024,
        minimum_instances: 1,
        maximum_instances: 3,
      },
      domains: ['www.acme.example'],
      labels: { product: 'website', cloud: 'aws' },
      environment: { A: '1' },
      secret_references: { B: 'arn:b' },
      add_ons: { database: { size: 'small', replica: true } },
    });
    expect(aws).toMatchObject({ endpoint: null, zone_id: null });
  });

  it('give AWS the files where they are seen from the stack, alike in every run', () => {
    const { aws } = inputs({ cloud: 'aws' });
    expect(aws.source).toBe(path.join('..', '..', 'content'));
    expect(inputs({ cloud: 'aws' }, {}, 'destroy').aws.source).toBeNull();
  });

  it('give AWS what the operator set, and leave the rest to the stack', () => {
    expect(inputs({ cloud: 'aws' }).aws).not.toHaveProperty('vpc_cidr');
    const { aws } = inputs(
      { cloud: 'aws' },
      {
        aws: {
          endpoint: 'http://double',
          vpcCidr: '10.1.0.0/16',
          keepsFinalSnapshot: false,
          dnsServers: [],
        },
        domains: { zoneId: 'Z1', validated: ['a.example'] },
      },
    );
    expect(aws).toMatchObject({
      endpoint: 'http://double',
      vpc_cidr: '10.1.0.0/16',
      zone_id: 'Z1',
      validated_domains: ['a.example'],
      keep_final_snapshot: false,
    });
  });

  it('hold the object of no other cloud', () => {
    expect(inputs({ cloud: 'local' })).not.toHaveProperty('aws');
    expect(inputs({ cloud: 'aws' })).not.toHaveProperty('local');
  });
});
