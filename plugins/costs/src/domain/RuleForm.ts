import type {
  AllocationCondition,
  AllocationRule,
  AllocationSplit,
  ValueSource,
} from '../api';

/** Where a value comes from, as people fill it in. */
export interface SourceForm {
  kind: 'none' | 'value' | 'tag';
  text: string;
}

/** A condition with its patterns one a line. */
export interface ConditionForm {
  on: AllocationCondition['on'];
  tag: string;
  patterns: string;
  isNot: boolean;
}

export type SplitKind = AllocationSplit['by'];

/** What targets a rule can set. */
export const TARGETS = [
  'tenant',
  'site',
  'team',
  'costCentre',
  'project',
] as const;
export type Target = (typeof TARGETS)[number];

/** A rule as its form holds it. */
export interface RuleForm {
  name: string;
  isEnabled: boolean;
  conditions: ConditionForm[];
  kind: 'direct' | 'shared';
  targets: Record<Target, SourceForm>;
  split: SplitKind;
  isAmongAll: boolean;
  /** Those who share, each with its weight. */
  sharers: { tenant: string; weight: string }[];
  metric: string;
}

const NONE: SourceForm = { kind: 'none', text: '' };
const WEIGHT = /^\d{1,15}(\.\d{1,15})?$/;

/** An empty form, or that of a rule. */
export function toRuleForm(rule?: AllocationRule): RuleForm {
  const form: RuleForm = {
    name: rule?.name ?? '',
    isEnabled: rule?.enabled ?? true,
    conditions: (rule?.conditions ?? [newCondition()]).map(toConditionForm),
    kind: rule?.effect.kind ?? 'direct',
    targets: {
      tenant: NONE,
      site: NONE,
      team: NONE,
      costCentre: NONE,
      project: NONE,
    },
    split: 'even',
    isAmongAll: true,
    sharers: [],
    metric: '',
  };
  if (!rule) {
    form.targets.tenant = { kind: 'value', text: '' };
    return form;
  }
  const set: Partial<Record<Target, ValueSource>> = rule.effect.set ?? {};
  for (const target of TARGETS) form.targets[target] = toSource(set[target]);
  return rule.effect.kind === 'shared'
    ? { ...form, ...toSplitForm(rule.effect.split) }
    : form;
}

/** The rule that a form describes. */
export function fromRuleForm(
  form: RuleForm,
  kept: Pick<AllocationRule, 'id' | 'order'>,
): AllocationRule {
  const isShared = form.kind === 'shared';
  const set = Object.fromEntries(
    TARGETS.flatMap(target => {
      const source = fromSource(form.targets[target]);
      const isOfOne = target === 'tenant' || target === 'site';
      return source && !(isShared && isOfOne) ? [[target, source]] : [];
    }),
  );
  return {
    id: kept.id,
    order: kept.order,
    name: form.name.trim(),
    enabled: form.isEnabled,
    conditions: form.conditions.map(fromConditionForm),
    effect: isShared
      ? {
          kind: 'shared',
          split: splitOf(form),
          ...(Object.keys(set).length > 0 && { set }),
        }
      : { kind: 'direct', set },
  };
}

/** Whether the form says enough to be a rule. */
export function isRuleFormComplete(form: RuleForm): boolean {
  const isFilled = ({ kind, text }: SourceForm) =>
    kind === 'none' || text.trim() !== '';
  const { site, tenant } = form.targets;
  const hasTargets =
    form.kind === 'shared' ||
    (TARGETS.some(target => form.targets[target].kind !== 'none') &&
      (site.kind === 'none' || tenant.kind !== 'none') &&
      TARGETS.every(target => isFilled(form.targets[target])));
  return (
    form.name.trim() !== '' &&
    form.conditions.every(
      ({ on, patterns, tag }) =>
        patterns.trim() !== '' && (on !== 'tag' || tag.trim() !== ''),
    ) &&
    hasTargets &&
    (form.kind === 'direct' || isSplitComplete(form))
  );
}

function isSplitComplete(form: RuleForm): boolean {
  const { isAmongAll, metric, sharers, split } = form;
  switch (split) {
    case 'weights':
      return (
        sharers.every(({ weight }) => WEIGHT.test(weight)) &&
        sharers.some(({ weight }) => /[1-9]/.test(weight))
      );
    case 'metric':
      return metric.trim() !== '';
    default:
      return isAmongAll || sharers.length > 0;
  }
}

/** What a new condition asks, until it is changed. */
export function newCondition(): AllocationCondition {
  return { on: 'serviceName', anyOf: [] };
}

export function toConditionForm(condition: AllocationCondition): ConditionForm {
  return {
    on: condition.on,
    tag: condition.tag ?? '',
    patterns: condition.anyOf.join('\n'),
    isNot: condition.not ?? false,
  };
}

function fromConditionForm(form: ConditionForm): AllocationCondition {
  return {
    on: form.on,
    ...(form.on === 'tag' && { tag: form.tag.trim() }),
    anyOf: form.patterns
      .split('\n')
      .map(pattern => pattern.trim())
      .filter(pattern => pattern !== ''),
    ...(form.isNot && { not: true }),
  };
}

function toSource(source: ValueSource | undefined): SourceForm {
  if (!source) return NONE;
  return 'value' in source
    ? { kind: 'value', text: source.value }
    : { kind: 'tag', text: source.tag };
}

function fromSource({ kind, text }: SourceForm): ValueSource | undefined {
  switch (kind) {
    case 'value':
      return { value: text.trim() };
    case 'tag':
      return { tag: text.trim() };
    default:
      return undefined;
  }
}

function toSplitForm(
  split: AllocationSplit,
): Pick<RuleForm, 'split' | 'isAmongAll' | 'sharers' | 'metric'> {
  const form = {
    split: split.by,
    isAmongAll: true,
    sharers: [] as RuleForm['sharers'],
    metric: '',
  };
  if ('weights' in split) {
    return {
      ...form,
      sharers: Object.entries(split.weights).map(([tenant, weight]) => ({
        tenant,
        weight,
      })),
    };
  }
  if ('metric' in split) return { ...form, metric: split.metric };
  return 'tenants' in split.among
    ? {
        ...form,
        isAmongAll: false,
        sharers: split.among.tenants.map(tenant => ({ tenant, weight: '1' })),
      }
    : form;
}

function splitOf(form: RuleForm): AllocationSplit {
  const { isAmongAll, metric, sharers, split } = form;
  switch (split) {
    case 'weights':
      return {
        by: split,
        weights: Object.fromEntries(
          sharers.map(({ tenant, weight }) => [tenant, weight]),
        ),
      };
    case 'metric':
      return { by: split, metric: metric.trim() };
    default:
      return {
        by: split,
        among: isAmongAll
          ? { all: 'with-direct-cost' }
          : { tenants: sharers.map(({ tenant }) => tenant) },
      };
  }
}
