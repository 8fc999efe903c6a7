import type { Aws } from '../Aws.ts';
import { type Attributes, type Kind, kind, orNone, toTags } from '../Kind.ts';

/** The network of a site. */
export const network: Record<string, Kind<any>> = {
  aws_vpc: kind({
    find: async ({ ec2 }, { id }) =>
      (await orNone(ec2.describeVpcs({ VpcIds: [id] })))?.Vpcs?.[0],
    facts: ({ CidrBlock }) => CidrBlock,
    wanted: ({ cidr_block }) => cidr_block,
    tags: ({ Tags }) => toTags(Tags),
  }),
  aws_default_security_group: kind({
    find: findGroup,
    facts: ({ IpPermissions, IpPermissionsEgress }) => [
      IpPermissions,
      IpPermissionsEgress,
    ],
    wanted: () => [[], []],
    tags: ({ Tags }) => toTags(Tags),
  }),
  aws_internet_gateway: kind({
    find: async ({ ec2 }, { id }) =>
      (await orNone(ec2.describeInternetGateways({ InternetGatewayIds: [id] })))
        ?.InternetGateways?.[0],
    facts: ({ Attachments }) => Attachments?.map(({ VpcId }) => VpcId),
    wanted: ({ vpc_id }) => [vpc_id],
    tags: ({ Tags }) => toTags(Tags),
  }),
  aws_subnet: kind({
    find: async ({ ec2 }, { id }) =>
      (await orNone(ec2.describeSubnets({ SubnetIds: [id] })))?.Subnets?.[0],
    facts: ({ VpcId, CidrBlock, AvailabilityZone, MapPublicIpOnLaunch }) => ({
      VpcId,
      CidrBlock,
      AvailabilityZone,
      MapPublicIpOnLaunch,
    }),
    wanted: ({ vpc_id, cidr_block, availability_zone }) => ({
      VpcId: vpc_id,
      CidrBlock: cidr_block,
      AvailabilityZone: availability_zone,
      MapPublicIpOnLaunch: false,
    }),
    tags: ({ Tags }) => toTags(Tags),
  }),
  aws_eip: kind({
    find: async ({ ec2 }, { id }) =>
      (await orNone(ec2.describeAddresses({ AllocationIds: [id] })))
        ?.Addresses?.[0],
    tags: ({ Tags }) => toTags(Tags),
  }),
  aws_nat_gateway: kind({
    find: async ({ ec2 }, { id }) => {
      const found = await orNone(
        ec2.describeNatGateways({ NatGatewayIds: [id] }),
      );
      return found?.NatGateways?.find(({ State }) => State !== 'deleted');
    },
    facts: ({ SubnetId, State }) => [SubnetId, State],
    wanted: ({ subnet_id }) => [subnet_id, 'available'],
    tags: ({ Tags }) => toTags(Tags),
  }),
  aws_route_table: kind({
    find: findRouteTable,
    facts: ({ VpcId }) => VpcId,
    wanted: ({ vpc_id }) => vpc_id,
    tags: ({ Tags }) => toTags(Tags),
  }),
  aws_route: kind({
    find: async (aws, { route_table_id, destination_cidr_block }) =>
      (await findRouteTable(aws, { id: route_table_id }))?.Routes?.find(
        route => route.DestinationCidrBlock === destination_cidr_block,
      ),
    facts: ({ GatewayId, NatGatewayId }) => NatGatewayId ?? GatewayId,
    wanted: ({ gateway_id, nat_gateway_id }) => nat_gateway_id || gateway_id,
  }),
  aws_route_table_association: kind({
    find: async (aws, { route_table_id, id }) =>
      (await findRouteTable(aws, { id: route_table_id }))?.Associations?.find(
        each => each.RouteTableAssociationId === id,
      ),
    facts: ({ SubnetId }) => SubnetId,
    wanted: ({ subnet_id }) => subnet_id,
  }),
  aws_security_group: kind({
    find: findGroup,
    facts: ({ VpcId }) => VpcId,
    wanted: ({ vpc_id }) => vpc_id,
    tags: ({ Tags }) => toTags(Tags),
  }),
  aws_vpc_security_group_ingress_rule: rule(false),
  aws_vpc_security_group_egress_rule: rule(true),
};

function rule(isEgress: boolean): Kind<any> {
  return kind({
    find: async ({ ec2 }, { id }) =>
      (
        await orNone(
          ec2.describeSecurityGroupRules({ SecurityGroupRuleIds: [id] }),
        )
      )?.SecurityGroupRules?.[0],
    facts: ({ IsEgress, IpProtocol, FromPort, ToPort, ...from }) => ({
      IsEgress,
      IpProtocol,
      FromPort,
      ToPort,
      from: from.ReferencedGroupInfo?.GroupId ?? from.CidrIpv4,
      Description: from.Description,
    }),
    wanted: state => ({
      IsEgress: isEgress,
      IpProtocol: state.ip_protocol,
      FromPort: state.from_port,
      ToPort: state.to_port,
      from: state.referenced_security_group_id ?? state.cidr_ipv4,
      Description: state.description,
    }),
    tags: ({ Tags }) => toTags(Tags),
  });
}

async function findGroup({ ec2 }: Aws, { id }: Attributes) {
  const found = await orNone(ec2.describeSecurityGroups({ GroupIds: [id] }));
  return found?.SecurityGroups?.[0];
}

async function findRouteTable({ ec2 }: Aws, { id }: Attributes) {
  const found = await orNone(ec2.describeRouteTables({ RouteTableIds: [id] }));
  return found?.RouteTables?.[0];
}
