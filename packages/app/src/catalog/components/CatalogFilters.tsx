import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SearchField, Select } from '@backstage/ui';
import type { ListQueryState } from '@freehold/plugin-tenancy-react';
import { useEffect, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { appTranslationRef } from '../../translation';
import { useCatalogFacets } from '../hooks/useCatalogFacets';
import styles from './catalog.module.css';

export const catalogFilters = ['kind', 'namespace'] as const;
export type CatalogListState = ListQueryState<(typeof catalogFilters)[number]>;

const TYPING_MS = 250;
const ANY = 'any';

/** Search, kind and namespace; what they are set to is in the address. */
export function CatalogFilters({ list }: { list: CatalogListState }) {
  const { t } = useTranslationRef(appTranslationRef);
  const { kinds, namespaces } = useCatalogFacets();
  const { filters } = list.query;
  const toOptions = (any: string, values: string[], chosen?: string) => [
    { id: ANY, label: any },
    // What the address says is on offer even before the facets are known.
    ...[...new Set([...values, ...(chosen ? [chosen] : [])])].map(value => ({
      id: value,
      label: value,
    })),
  ];
  const fromKey = (key: unknown) =>
    key === null || key === ANY ? undefined : String(key);
  return (
    <div className={styles.filters} role="search">
      <SearchInput list={list} />
      <Select
        className={styles.filter}
        aria-label={t('catalog.kind')}
        options={toOptions(t('catalog.anyKind'), kinds, filters.kind)}
        value={filters.kind ?? ANY}
        onChange={key => list.setFilter('kind', fromKey(key))}
      />
      <Select
        className={styles.filter}
        aria-label={t('catalog.namespace')}
        options={toOptions(
          t('catalog.anyNamespace'),
          namespaces,
          filters.namespace,
        )}
        value={filters.namespace ?? ANY}
        onChange={key => list.setFilter('namespace', fromKey(key))}
      />
    </div>
  );
}

function SearchInput({ list }: { list: CatalogListState }) {
  const { t } = useTranslationRef(appTranslationRef);
  const { search } = list.query;
  const [typed, setTyped] = useState(search);
  useEffect(() => setTyped(search), [search]);
  useDebounce(() => typed !== search && list.setSearch(typed), TYPING_MS, [
    typed,
  ]);
  return (
    <SearchField
      className={styles.search}
      aria-label={t('catalog.search')}
      placeholder={t('catalog.search')}
      value={typed}
      onChange={setTyped}
      maxLength={200}
    />
  );
}
