import { withBody, type AskMoto, type Call, type Gap } from './Gap.ts';

const OPERATION = /^AuthorizeSecurityGroup(Ingress|Egress)$/;
const DESCRIPTION = 'IpPermissions.1.Groups.1.Description';

/**
 * Descriptions of rules that let another security group in, which moto forgets
 * of a new rule and keeps of a changed one.
 */
export function ruleDescriptions(): Gap {
  return {
    async answer(call, moto) {
      if (call.method !== 'POST') return undefined;
      const given = new URLSearchParams(call.body.toString());
      const description = given.get(DESCRIPTION);
      if (!OPERATION.test(given.get('Action') ?? '') || !description)
        return undefined;
      const reply = await moto(call);
      const rule = /<securityGroupRuleId>([^<]+)</.exec(
        reply.body.toString(),
      )?.[1];
      if (rule) await describe(call, { rule, description, given }, moto);
      return reply;
    },
  };
}

async function describe(
  call: Call,
  made: { rule: string; description: string; given: URLSearchParams },
  moto: AskMoto,
) {
  const { rule, description, given } = made;
  const prefix = 'SecurityGroupRule.1';
  const changed = new URLSearchParams({
    Action: 'ModifySecurityGroupRules',
    Version: given.get('Version') ?? '',
    GroupId: given.get('GroupId') ?? '',
    [`${prefix}.SecurityGroupRuleId`]: rule,
    [`${prefix}.SecurityGroupRule.Description`]: description,
    [`${prefix}.SecurityGroupRule.IpProtocol`]:
      given.get('IpPermissions.1.IpProtocol') ?? '',
    [`${prefix}.SecurityGroupRule.FromPort`]:
      given.get('IpPermissions.1.FromPort') ?? '',
    [`${prefix}.SecurityGroupRule.ToPort`]:
      given.get('IpPermissions.1.ToPort') ?? '',
    [`${prefix}.SecurityGroupRule.ReferencedGroupId`]:
      given.get('IpPermissions.1.Groups.1.GroupId') ?? '',
  });
  await moto(withBody(call, changed.toString()));
}
