import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { steadyPlan } from './steadyPlan.ts';

const plan = (ids: {
  vpc: string;
  subnets: [string, string];
  suffix: string;
  balancer: string;
  at: string;
}) => {
  const set = [...ids.subnets].sort();
  const resource = (address: string, after: object) => ({
    address,
    change: { before: null, after },
  });
  return {
    resource_changes: [
      resource('aws_ecs_service.this', {
        subnets: set,
        mappings: set.map(subnet_id => ({ subnet_id })),
        created_at: ids.at,
      }),
      resource('aws_lb.this', {
        arn: `arn:aws:elasticloadbalancing:eu-central-1:1:loadbalancer/app/shop/${ids.balancer}`,
        arn_suffix: `app/shop/${ids.balancer}`,
      }),
      resource('aws_s3_bucket.this', { bucket: `shop-${ids.suffix}` }),
      resource('aws_subnet.private[0]', {
        id: ids.subnets[0],
        vpc_id: ids.vpc,
        cidr_block: '10.64.0.0/20',
      }),
      resource('aws_subnet.private[1]', { id: ids.subnets[1] }),
      resource('aws_vpc.this', { id: ids.vpc }),
    ],
  };
};

const first = plan({
  vpc: 'vpc-0a1b2c3d4e5f60718',
  subnets: ['subnet-aaaaaaaaaaaaaaaa1', 'subnet-bbbbbbbbbbbbbbbb2'],
  suffix: '20261121160102345600000001',
  balancer: '7aef10d1ee904bbc',
  at: '2026-11-21T16:01:02.345Z',
});

describe('steadyPlan', () => {
  it('makes two runs of the same scenario read the same', () => {
    const second = plan({
      vpc: 'vpc-99999999999999999',
      // Drawn so that a set of them comes in the other order.
      subnets: ['subnet-ffffffffffffffff1', 'subnet-0000000000000abc2'],
      suffix: '20261122080900000100000007',
      balancer: 'c348e53f9d6e77e7',
      at: '2026-11-22T08:09:00Z',
    });
    assert.deepEqual(steadyPlan(second), steadyPlan(first));
  });

  it('keeps what names the same thing the same, and other things apart', () => {
    const changes = steadyPlan(first).resource_changes.map(
      ({ change }) => change.after as Record<string, string>,
    );
    const [, balancer, , one, other, vpc] = changes;
    assert.equal(one.vpc_id, vpc.id);
    assert.notEqual(one.id, other.id);
    assert.ok(balancer.arn.endsWith(balancer.arn_suffix));
  });

  it('leaves alone what nobody draws', () => {
    const [, , , subnet] = steadyPlan(first).resource_changes;
    assert.equal(
      (subnet.change.after as Record<string, string>).cidr_block,
      '10.64.0.0/20',
    );
    const policy = {
      resource_changes: [],
      // A policy that AWS manages under this id in every account.
      cache_policy_id: '658327ea-f89d-4fab-a63d-7e88639e58f6',
    };
    assert.deepEqual(steadyPlan(policy), policy);
  });
});
