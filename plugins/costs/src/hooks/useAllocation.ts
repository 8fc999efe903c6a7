import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { SITE_ID_ANNOTATION } from '@freehold/plugin-sites-common';
import { CUSTOMER_GROUP_TYPE } from '@freehold/plugin-tenancy-common';
import { useLoaded } from '@freehold/plugin-tenancy-react';
import {
  costsApiRef,
  type AllocationSimulation,
  type RuleSet,
  type RuleSetHead,
  type UnallocatedQuery,
  type UnallocatedReply,
} from '../api';

/** The rules in force, the draft beside them, and what there was before. */
export interface Rules {
  versions: RuleSetHead[];
  active?: RuleSet;
  draft?: RuleSet;
}

/** All versions, and the rules of the two that matter. */
export function useRules() {
  const api = useApi(costsApiRef);
  return useLoaded<Rules>({
    key: ['costs', 'rules'],
    load: async () => {
      const { items: versions } = await api.listRuleSets();
      const read = async (state: RuleSetHead['state']) => {
        const head = versions.find(it => it.state === state);
        return head && api.getRuleSet(head.version);
      };
      const [active, draft] = await Promise.all([
        read('active'),
        read('draft'),
      ]);
      return { versions, active, draft };
    },
  });
}

/** What the draft would move in these months; asked once there are some. */
export function useSimulation(
  revision: string | undefined,
  periods: readonly string[],
) {
  const api = useApi(costsApiRef);
  return useLoaded<AllocationSimulation>({
    key:
      revision && periods.length > 0
        ? ['costs', 'simulation', revision, periods]
        : undefined,
    load: () => api.simulateRuleSetDraft(periods),
  });
}

/** What is nobody's yet, told apart as the query says. */
export function useUnallocated(query: UnallocatedQuery | undefined) {
  const api = useApi(costsApiRef);
  return useLoaded<UnallocatedReply>({
    key: query && ['costs', 'unallocated', query],
    load: () => api.listUnallocatedCosts(query!),
    keepPrevious: true,
  });
}

/** Something to pick by its name. */
export interface NamedOption {
  id: string;
  label: string;
}

/** All customers by name. */
export function useCustomerOptions() {
  const catalog = useApi(catalogApiRef);
  return useLoaded<NamedOption[]>({
    key: ['costs', 'customer-options'],
    load: async () => {
      const { items } = await catalog.getEntities({
        filter: { kind: 'Group', 'spec.type': CUSTOMER_GROUP_TYPE },
        fields: ['metadata.namespace', 'metadata.title'],
      });
      return byLabel(
        items.map(({ metadata: { namespace = '', title } }) => ({
          id: namespace,
          label: title ?? namespace,
        })),
      );
    },
  });
}

/** The sites of a customer by name. */
export function useSiteOptions(customer: string | undefined) {
  const catalog = useApi(catalogApiRef);
  return useLoaded<NamedOption[]>({
    key: customer ? ['costs', 'site-options', customer] : undefined,
    load: async () => {
      const { items } = await catalog.getEntities({
        filter: { kind: 'Component', 'metadata.namespace': customer! },
        fields: ['metadata.name', 'metadata.title', 'metadata.annotations'],
      });
      return byLabel(
        items.flatMap(({ metadata }) => {
          const id = metadata.annotations?.[SITE_ID_ANNOTATION];
          return id ? [{ id, label: metadata.title ?? metadata.name }] : [];
        }),
      );
    },
  });
}

function byLabel(options: NamedOption[]): NamedOption[] {
  return options.sort((a, b) => a.label.localeCompare(b.label));
}
