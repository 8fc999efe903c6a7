import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type {
  AllocationCondition,
  AllocationRule,
  AllocationSplit,
  ValueSource,
} from '../api';
import { allocationTranslationRef } from '../allocationTranslation';
import { useCustomerOptions } from './useAllocation';
import { useValueNames } from './useValueNames';

/** So many names are told; of the rest, how many there are. */
const MOST_NAMES = 4;
const OPEN_TARGETS = ['team', 'costCentre', 'project'] as const;

/** What people call a customer: by its name, if it is known. */
export function useCustomerName(): (slug: string | null) => string {
  const { t } = useTranslationRef(allocationTranslationRef);
  const { data } = useCustomerOptions();
  return slug => {
    if (slug === null) return t('nobody');
    if (slug === BUSINESS_TENANT) return t('business');
    return data?.find(({ id }) => id === slug)?.label ?? slug;
  };
}

/** Conditions and effects of rules in words. */
export function useRuleWords(rules: readonly AllocationRule[]): {
  conditions: (rule: AllocationRule) => string;
  effect: (rule: AllocationRule) => string;
} {
  const { t } = useTranslationRef(allocationTranslationRef);
  const customerName = useCustomerName();
  const siteName = useValueNames('site', rules.flatMap(siteOf));

  const condition = ({ on, tag, anyOf, not }: AllocationCondition) => {
    const field =
      on === 'tag' ? t('words.tag', { tag: tag ?? '' }) : t(`field.${on}`);
    const patterns = anyOf.join(t('words.or'));
    return not
      ? t('words.isNot', { field, patterns })
      : t('words.is', { field, patterns });
  };
  const source = (from: ValueSource, name: (value: string) => string) =>
    'value' in from ? name(from.value) : t('words.byTag', { tag: from.tag });
  const listed = (names: readonly string[]) => {
    const shown = names.slice(0, MOST_NAMES).join(', ');
    const others = names.length - MOST_NAMES;
    return others > 0
      ? t('words.more', { names: shown, count: others })
      : shown;
  };
  const split = (of: AllocationSplit) => {
    if ('weights' in of) {
      const names = Object.entries(of.weights).map(
        ([slug, weight]) => `${customerName(slug)} ${weight}`,
      );
      return t('words.weights', { names: listed(names) });
    }
    if ('metric' in of) return t('words.metric', { metric: of.metric });
    const names =
      'tenants' in of.among
        ? listed(of.among.tenants.map(customerName))
        : t('words.all');
    return of.by === 'even'
      ? t('words.even', { names })
      : t('words.directCost', { names });
  };
  const openTargets = ({ effect }: AllocationRule) =>
    OPEN_TARGETS.flatMap(target => {
      const from = effect.set?.[target];
      return from
        ? [t(`words.${target}`, { name: source(from, value => value) })]
        : [];
    });
  return {
    conditions: rule =>
      rule.conditions.length === 0
        ? t('words.always')
        : t('words.when', {
            conditions: rule.conditions.map(condition).join(t('words.and')),
          }),
    effect: rule => {
      const { effect } = rule;
      const open = openTargets(rule);
      if (effect.kind === 'shared') {
        return [t('words.shared', { how: split(effect.split) }), ...open].join(
          ', ',
        );
      }
      const { site, tenant } = effect.set;
      if (!tenant) return t('words.sets', { targets: open.join(', ') });
      const targets = [
        source(tenant, customerName),
        ...(site
          ? [
              t('words.site', {
                name: source(site, value => siteName({ value })),
              }),
            ]
          : []),
        ...open,
      ];
      return t('words.becomes', { targets: targets.join(', ') });
    },
  };
}

function siteOf({ effect }: AllocationRule): string[] {
  const site = effect.kind === 'direct' ? effect.set.site : undefined;
  return site && 'value' in site ? [site.value] : [];
}
