import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, SearchField, Select } from '@backstage/ui';
import { cloudsThatDrift, siteStates } from '@freehold/plugin-sites-common';
import {
  portalTranslationRef,
  type ListQueryState,
} from '@freehold/plugin-tenancy-react';
import { useEffect, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { useOffering } from '../../hooks/useOffering';
import { sitesTranslationRef } from '../../translation';
import { CustomerSelect } from '../parts/CustomerSelect';
import styles from './SitesFilters.module.css';

export const siteFilters = ['state', 'drifted', 'cloud', 'customer'] as const;
export type SitesListState = ListQueryState<(typeof siteFilters)[number]>;

const TYPING_MS = 250;
const ANY = 'any';

/** Narrows the list; all of it is kept in the address. */
export function SitesFilters(props: {
  list: SitesListState;
  withCustomer: boolean;
}) {
  const { list, withCustomer } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const { t: tPortal } = useTranslationRef(portalTranslationRef);
  const { data: offering } = useOffering();
  const { filters } = list.query;
  return (
    <div className={styles.filters} role="search">
      <SearchInput list={list} />
      <Select
        aria-label={t('filter.state')}
        size="medium"
        options={[
          { id: ANY, label: t('filter.anyState') },
          ...siteStates.map(state => ({
            id: state,
            label: tPortal(`siteState.${state}`),
          })),
        ]}
        value={filters.state ?? ANY}
        onChange={key => list.setFilter('state', fromKey(key))}
      />
      {offering && offering.clouds.length > 1 && (
        <Select
          aria-label={t('filter.cloud')}
          size="medium"
          options={[
            { id: ANY, label: t('filter.anyCloud') },
            ...offering.clouds.map(({ id, title }) => ({ id, label: title })),
          ]}
          value={filters.cloud ?? ANY}
          onChange={key => list.setFilter('cloud', fromKey(key))}
        />
      )}
      {offering?.clouds.some(({ id }) => cloudsThatDrift.includes(id)) && (
        <Select
          aria-label={t('filter.drift')}
          size="medium"
          options={[
            { id: ANY, label: t('filter.anyDrift') },
            { id: 'yes', label: t('drift.found') },
          ]}
          value={filters.drifted ?? ANY}
          onChange={key => list.setFilter('drifted', fromKey(key))}
        />
      )}
      {withCustomer && (
        <CustomerSelect
          aria-label={t('filter.customer')}
          placeholder={t('filter.anyCustomer')}
          value={filters.customer}
          onChange={slug => list.setFilter('customer', slug)}
        />
      )}
      {list.isNarrowed && (
        <Button variant="tertiary" size="medium" onPress={list.clear}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  );
}

function SearchInput({ list }: { list: SitesListState }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  const { search } = list.query;
  const [typed, setTyped] = useState(search);
  useEffect(() => setTyped(search), [search]);
  useDebounce(() => typed !== search && list.setSearch(typed), TYPING_MS, [
    typed,
  ]);
  return (
    <SearchField
      className={styles.search}
      aria-label={t('filter.search')}
      placeholder={t('filter.search')}
      size="medium"
      value={typed}
      onChange={setTyped}
    />
  );
}

function fromKey(key: unknown): string | undefined {
  return key === null || key === ANY ? undefined : String(key);
}
