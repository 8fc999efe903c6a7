import { createTagEvaluator } from '../tags/createTagEvaluator';
import type { EvaluatedTags } from '../tags/TagSchema';
import type { AllocationKey } from './AllocationKey';
import type { Assignment, Directory, OpenDimensions } from './Assignment';
import { compileConditions, tagOf } from './compileConditions';
import { isKnown, ownerByLabel, ownerByName, type Owner } from './ownerByLabel';
import type {
  AllocationRule,
  RuleSet,
  SharedEffect,
  Split,
  ValueSource,
} from './RuleSet';

type Tags = Readonly<Record<string, string>>;

/** Whose the charges of one key are, and what became of their tags. */
export interface KeyAllocation extends EvaluatedTags {
  assignment: Assignment;
}

const openDimensions = ['team', 'costCentre', 'project'] as const;

/**
 * Decides whose a charge is. Tags are put right first. Then the labels of our
 * stacks name the customer and the site, and the rules are asked in their
 * order. For each dimension the first to set it decides, so that one rule may
 * set the team and a later one the customer. A site is set beside its
 * customer: a rule adds one to a customer already decided when it names that
 * same customer.
 */
export function createAllocator(
  ruleSet: RuleSet,
  directory: Directory,
): (key: AllocationKey) => KeyAllocation {
  const evaluateTags = createTagEvaluator(ruleSet.tagSchema);
  const rules = ruleSet.rules
    .filter(({ enabled }) => enabled)
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    .map(rule => ({ rule, holds: compileConditions(rule.conditions) }));

  return original => {
    const { tags, problems } = evaluateTags(original);
    const key = { ...original, tags };
    let owner = ownerByLabel(tags, directory);
    const open: OpenDimensions = {};
    for (const { rule, holds } of rules) {
      if (holds(key)) {
        owner = decideOwner(owner, rule, tags, directory);
        decideOpenDimensions(open, rule, tags);
      }
    }
    const assignment = {
      ...open,
      ...(owner ?? { method: 'none', reason: 'no-rule' }),
    };
    return { assignment, tags, problems };
  };
}

function decideOwner(
  owner: Owner | undefined,
  { id, effect }: AllocationRule,
  tags: Tags,
  directory: Directory,
): Owner | undefined {
  if (effect.kind === 'shared') {
    return owner ?? shareOwner(id, effect, directory);
  }
  const tenant = valueOf(effect.set.tenant, tags);
  if (!tenant) {
    return owner;
  }
  const site = valueOf(effect.set.site, tags);
  if (!owner) {
    return ownerByName(tenant, site, directory, { method: 'rule', ruleId: id });
  }
  const addsSite =
    site &&
    'tenant' in owner &&
    !owner.site &&
    owner.tenant === tenant.toLowerCase();
  return addsSite ? ownerByName(tenant, site, directory, owner) : owner;
}

function shareOwner(
  ruleId: string,
  { split }: SharedEffect,
  directory: Directory,
): Owner {
  const unknown = namedBy(split).find(tenant => !isKnown(tenant, directory));
  return unknown === undefined
    ? { method: 'split', ruleId, split }
    : { method: 'none', reason: 'unknown-customer', detail: unknown, ruleId };
}

function namedBy(split: Split): string[] {
  if (split.by === 'weights') {
    return Object.keys(split.weights);
  }
  return 'among' in split && 'tenants' in split.among
    ? split.among.tenants
    : [];
}

function decideOpenDimensions(
  open: OpenDimensions,
  { effect }: AllocationRule,
  tags: Tags,
): void {
  for (const dimension of openDimensions) {
    open[dimension] ??= valueOf(effect.set?.[dimension], tags) || undefined;
  }
}

function valueOf(
  source: ValueSource | undefined,
  tags: Tags,
): string | undefined {
  if (source === undefined) {
    return undefined;
  }
  return 'value' in source ? source.value : tagOf(tags, source.tag);
}
