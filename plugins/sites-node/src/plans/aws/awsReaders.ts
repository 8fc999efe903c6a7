import type { ReadFacts, ResourceKind } from '../PlannedResource';
import type { ResourceReader, ResourceReaders } from '../ResourceReader';
import type { ResourceValues } from '../ResourceValues';
import { readLabels } from './labels';
import { readBucket } from './readBucket';
import { bucketSettingReaders } from './readBucketSetting';
import {
  readAddress,
  readInstance,
  readLoadBalancer,
  readService,
} from './readCompute';
import {
  readDatabase,
  readDatabaseCluster,
  readDatabaseClusterInstance,
} from './readDatabase';
import {
  readIngressRule,
  readRule,
  readSecurityGroup,
} from './readNetworkRule';

/** Types of which only the kind and the labels matter. */
const plain: Partial<Record<ResourceKind, readonly string[]>> = {
  certificate: ['aws_acm_certificate'],
  content: ['aws_s3_object'],
  'dns-record': ['aws_route53_record'],
  'load-balancer': ['aws_lb_listener', 'aws_lb_target_group'],
  log: ['aws_cloudwatch_log_group'],
  network: [
    'aws_db_subnet_group',
    'aws_internet_gateway',
    'aws_nat_gateway',
    'aws_route',
    'aws_route_table',
    'aws_route_table_association',
    'aws_subnet',
    'aws_vpc',
    'aws_vpc_endpoint',
  ],
  permission: [
    'aws_iam_policy',
    'aws_iam_role',
    'aws_iam_role_policy',
    'aws_iam_role_policy_attachment',
  ],
  secret: ['aws_secretsmanager_secret', 'aws_ssm_parameter'],
  service: ['aws_ecs_cluster'],
  setting: [
    'aws_acm_certificate_validation',
    'aws_appautoscaling_policy',
    'aws_appautoscaling_target',
    'aws_cloudfront_origin_access_control',
    'aws_db_parameter_group',
    'aws_lb_listener_certificate',
    'aws_s3_bucket_lifecycle_configuration',
    'aws_s3_bucket_ownership_controls',
    'aws_s3_bucket_server_side_encryption_configuration',
    'aws_s3_bucket_versioning',
    'aws_secretsmanager_secret_version',
  ],
};

const special: ResourceReaders = {
  ...bucketSettingReaders,
  'aws_*': { kind: 'other' },
  aws_cloudfront_distribution: {
    kind: 'load-balancer',
    read: () => ({ public: true }),
  },
  aws_db_instance: { kind: 'database', read: readDatabase },
  aws_default_security_group: { kind: 'network-rule', read: readSecurityGroup },
  aws_ebs_volume: {
    kind: 'volume',
    read: readVolume,
  },
  aws_ecs_service: { kind: 'service', read: readService },
  aws_ecs_task_definition: {
    kind: 'service',
    read: values => ({
      size: taskSize(values.text('cpu'), values.text('memory')),
    }),
  },
  aws_efs_file_system: {
    kind: 'volume',
    read: readVolume,
  },
  aws_eip: readAddress,
  aws_instance: { kind: 'instance', read: readInstance },
  aws_lb: { kind: 'load-balancer', read: readLoadBalancer },
  aws_rds_cluster: { kind: 'database', read: readDatabaseCluster },
  aws_rds_cluster_instance: {
    kind: 'database',
    read: readDatabaseClusterInstance,
  },
  aws_s3_bucket: { kind: 'bucket', read: readBucket },
  aws_security_group: { kind: 'network-rule', read: readSecurityGroup },
  aws_security_group_rule: { kind: 'network-rule', read: readRule },
  aws_vpc_security_group_egress_rule: { kind: 'network-rule' },
  aws_vpc_security_group_ingress_rule: {
    kind: 'network-rule',
    read: readIngressRule,
  },
};

/** Resources of the AWS provider that a website or a customer's stack makes. */
export const awsReaders: ResourceReaders = withLabels({
  ...Object.fromEntries(
    Object.entries(plain).flatMap(([kind, types]) =>
      types.map(type => [type, { kind: kind as ResourceKind }]),
    ),
  ),
  ...special,
});

function withLabels(readers: ResourceReaders): ResourceReaders {
  const label = ({ kind, read }: ResourceReader): ResourceReader => ({
    kind,
    read: values => ({ ...read?.(values), ...readLabels(values) }),
  });
  return Object.fromEntries(
    Object.entries(readers).map(([type, reader]) => [type, label(reader)]),
  );
}

function readVolume(values: ResourceValues): ReadFacts {
  return { encrypted: values.boolean('encrypted'), holdsData: true };
}

function taskSize<T extends string | symbol>(
  cpu: T | undefined,
  memory: T | undefined,
): T | string | undefined {
  if (typeof cpu !== 'string' || typeof memory !== 'string') {
    return cpu ?? memory;
  }
  return `${cpu} CPU units, ${memory} MiB`;
}
