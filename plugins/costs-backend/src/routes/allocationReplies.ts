import type { CostsComponents } from '@freehold/plugin-costs-common';
import type { RuleSetHead, RuleSetVersion } from '../domain/RuleSetVersion';

type Schemas = CostsComponents['schemas'];

export function toRuleSetHeadReply(head: RuleSetHead): Schemas['RuleSetHead'] {
  const { activatedAt, createdAt, retiredAt, updatedAt, ...shown } = head;
  return {
    ...shown,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    ...(activatedAt && { activatedAt: activatedAt.toISOString() }),
    ...(retiredAt && { retiredAt: retiredAt.toISOString() }),
  };
}

export function toRuleSetReply({
  revision,
  rules,
  ...head
}: RuleSetVersion): Schemas['RuleSet'] {
  return { ...toRuleSetHeadReply(head), revision, rules };
}
