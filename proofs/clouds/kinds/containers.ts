import type { Listener } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Aws } from '../Aws.ts';
import {
  type Attributes,
  type Kind,
  kind,
  orNone,
  type Tags,
  toTags,
} from '../Kind.ts';

/** Containers, what leads to them, and what they may do. */
export const containers: Record<string, Kind<any>> = {
  aws_cloudwatch_log_group: kind({
    find: async ({ logs }, { id }) =>
      (await logs.describeLogGroups({ logGroupNamePrefix: id })).logGroups?.[0],
    facts: ({ retentionInDays }) => retentionInDays,
    wanted: () => 30,
    tags: async (_, { logs }, { arn }) =>
      (await logs.listTagsForResource({ resourceArn: arn })).tags ?? {},
  }),
  aws_iam_role: kind({
    find: async ({ iam }, { id }) =>
      (await orNone(iam.getRole({ RoleName: id })))?.Role,
    facts: ({ AssumeRolePolicyDocument: policy }) =>
      JSON.parse(decodeURIComponent(policy ?? '')),
    wanted: ({ assume_role_policy }) => JSON.parse(assume_role_policy),
    tags: ({ Tags }) => toTags(Tags),
  }),
  aws_iam_role_policy: kind({
    find: ({ iam }, { role, name }) =>
      orNone(iam.getRolePolicy({ RoleName: role, PolicyName: name })),
    facts: ({ PolicyDocument }) =>
      JSON.parse(decodeURIComponent(PolicyDocument ?? '')),
    wanted: ({ policy }) => JSON.parse(policy),
  }),
  aws_lb: kind({
    find: async ({ balancing }, { arn }) =>
      (
        await orNone(
          balancing.describeLoadBalancers({ LoadBalancerArns: [arn] }),
        )
      )?.LoadBalancers?.[0],
    facts: ({ Scheme, Type, SecurityGroups }) => [
      // Moto names no scheme where AWS says internet-facing.
      Scheme === 'internal',
      Type,
      SecurityGroups,
    ],
    wanted: ({ security_groups }) => [false, 'application', security_groups],
    tags: balancerTags,
  }),
  aws_lb_target_group: kind({
    find: async ({ balancing }, { arn }) =>
      (await orNone(balancing.describeTargetGroups({ TargetGroupArns: [arn] })))
        ?.TargetGroups?.[0],
    facts: ({ Port, TargetType, HealthCheckPath, Matcher }) => [
      Port,
      TargetType,
      HealthCheckPath,
      Matcher?.HttpCode,
    ],
    wanted: ({ port, health_check: [check] }) => [
      port,
      'ip',
      check.path,
      check.matcher,
    ],
    tags: balancerTags,
  }),
  aws_lb_listener: kind({
    find: async ({ balancing }, { arn }) =>
      (await orNone(balancing.describeListeners({ ListenerArns: [arn] })))
        ?.Listeners?.[0],
    facts: ({ Port, Protocol, DefaultActions }: Listener) => [
      Port,
      Protocol,
      DefaultActions?.map(each => each.Type),
    ],
    wanted: ({ port, protocol, default_action }) => [
      port,
      protocol,
      default_action.map((each: any) => each.type),
    ],
    tags: balancerTags,
  }),
  aws_ecs_cluster: kind({
    find: async ({ ecs }, { arn }) =>
      (
        await ecs.describeClusters({ clusters: [arn], include: ['TAGS'] })
      ).clusters?.find(({ status }) => status !== 'INACTIVE'),
    tags: ({ tags }) => lowerTags(tags),
  }),
  aws_ecs_task_definition: kind({
    find: async ({ ecs }, { arn }) => {
      const found = await orNone(
        ecs.describeTaskDefinition({ taskDefinition: arn, include: ['TAGS'] }),
      );
      // AWS keeps those that are no more, as a record.
      return found?.taskDefinition?.status === 'INACTIVE' ? undefined : found;
    },
    facts: ({ taskDefinition: it }) => ({
      cpu: it?.cpu,
      memory: it?.memory,
      images: it?.containerDefinitions?.map(each => each.image),
      isReadableByNobodyElse: it?.networkMode,
    }),
    wanted: ({ cpu, memory, container_definitions }) => ({
      cpu,
      memory,
      images: JSON.parse(container_definitions).map((each: any) => each.image),
      isReadableByNobodyElse: 'awsvpc',
    }),
    tags: ({ tags }) => lowerTags(tags),
  }),
  aws_ecs_service: kind({
    find: async ({ ecs }, { id, cluster }) =>
      (
        await orNone(
          ecs.describeServices({ cluster, services: [id], include: ['TAGS'] }),
        )
      )?.services?.find(({ status }) => status === 'ACTIVE'),
    facts: it => ({
      taskDefinition: it.taskDefinition,
      runs: (it.desiredCount ?? 0) > 0,
      publicAddress:
        it.networkConfiguration?.awsvpcConfiguration?.assignPublicIp,
      grace: it.healthCheckGracePeriodSeconds,
    }),
    wanted: ({ task_definition }) => ({
      taskDefinition: task_definition,
      runs: true,
      publicAddress: 'DISABLED',
      grace: 60,
    }),
    tags: ({ tags }) => lowerTags(tags),
  }),
  aws_appautoscaling_target: kind({
    find: async ({ scaling }, { resource_id }) =>
      (
        await scaling.describeScalableTargets({
          ServiceNamespace: 'ecs',
          ResourceIds: [resource_id],
        })
      ).ScalableTargets?.[0],
    facts: ({ MinCapacity, MaxCapacity }) => [MinCapacity, MaxCapacity],
    wanted: ({ min_capacity, max_capacity }) => [min_capacity, max_capacity],
    tags: async (_, { scaling }, { arn }) =>
      (await scaling.listTagsForResource({ ResourceARN: arn })).Tags ?? {},
  }),
  aws_appautoscaling_policy: kind({
    find: async ({ scaling }, { resource_id, name }) =>
      (
        await scaling.describeScalingPolicies({
          ServiceNamespace: 'ecs',
          ResourceId: resource_id,
          PolicyNames: [name],
        })
      ).ScalingPolicies?.[0],
    facts: ({ PolicyType }) => PolicyType,
    wanted: ({ policy_type }) => policy_type,
  }),
};

function lowerTags(tags?: { key?: string; value?: string }[]): Tags {
  return Object.fromEntries(
    (tags ?? []).map(({ key, value }) => [key!, value!]),
  );
}

async function balancerTags(
  _: unknown,
  { balancing }: Aws,
  { arn }: Attributes,
): Promise<Tags> {
  const { TagDescriptions } = await balancing.describeTags({
    ResourceArns: [arn],
  });
  return toTags(TagDescriptions?.[0]?.Tags);
}
