import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, SearchField, Select, Text } from '@backstage/ui';
import {
  useTypedSearch,
  type ListQueryState,
} from '@freehold/plugin-tenancy-react';
import { useMemo } from 'react';
import type { PlanChange } from '../../api';
import { decisionTranslationRef } from '../../decisionTranslation';
import { countTypes } from '../../domain/planFilter';
import { sitesTranslationRef } from '../../translation';
import { planActions } from './actionLooks';
import styles from './PlanFilters.module.css';

export const planFilters = ['action', 'type'] as const;

const ANY = 'any';

/** Narrows the resources of a plan by action, type and words. */
export function PlanFilters(props: {
  list: ListQueryState<(typeof planFilters)[number]>;
  changes: PlanChange[];
  matchingCount: number;
}) {
  const { list, changes, matchingCount } = props;
  const { t } = useTranslationRef(decisionTranslationRef);
  const { t: tSites } = useTranslationRef(sitesTranslationRef);
  const [typed, setTyped] = useTypedSearch(list.query.search, list.setSearch);
  const types = useMemo(() => countTypes(changes), [changes]);
  const { action, type } = list.query.filters;
  return (
    <div className={styles.filters} role="search">
      <SearchField
        className={styles.search}
        aria-label={t('filter.search')}
        placeholder={t('filter.search')}
        size="small"
        value={typed}
        onChange={setTyped}
      />
      <Select
        aria-label={t('filter.action')}
        size="small"
        options={[
          { id: ANY, label: t('filter.anyAction') },
          ...planActions.map(id => ({
            id,
            label: tSites(`plan.action.${id}`),
          })),
        ]}
        value={action ?? ANY}
        onChange={key => list.setFilter('action', fromKey(key))}
      />
      <Select
        aria-label={t('filter.type')}
        size="small"
        options={[
          { id: ANY, label: t('filter.anyType') },
          ...types.map(([id, count]) => ({ id, label: `${id} (${count})` })),
        ]}
        value={type ?? ANY}
        onChange={key => list.setFilter('type', fromKey(key))}
      />
      {list.isNarrowed && (
        <Button variant="tertiary" size="small" onPress={list.clear}>
          {tSites('filter.clear')}
        </Button>
      )}
      <Text role="status" color="secondary">
        {t('filter.shown', { count: matchingCount })}
      </Text>
    </div>
  );
}

function fromKey(key: unknown): string | undefined {
  return key === null || key === ANY ? undefined : String(key);
}
