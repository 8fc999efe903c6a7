import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  EmptyState,
  ErrorPanel,
  LoadingRows,
  Page,
  Pagination,
  useIsNarrow,
  useListQuery,
} from '@freehold/plugin-tenancy-react';
import { RiBookShelfLine } from '@remixicon/react';
import { appTranslationRef } from '../../translation';
import { useCatalogEntities } from '../hooks/useCatalogEntities';
import { CatalogFilters, catalogFilters } from './CatalogFilters';
import { CatalogList } from './CatalogList';
import { CatalogTable } from './CatalogTable';

/** All that the catalog holds, for staff: searched, narrowed and paged. */
export function CatalogPage() {
  const { t } = useTranslationRef(appTranslationRef);
  const list = useListQuery({
    filters: catalogFilters,
    defaultSort: 'metadata.name',
  });
  const { search, filters, sort, offset, limit } = list.query;
  const { value, loading, error, retry } = useCatalogEntities({
    search: search || undefined,
    kind: filters.kind,
    namespace: filters.namespace,
    sort,
    offset,
    limit,
  });
  const isNarrow = useIsNarrow();
  const Entities = isNarrow ? CatalogList : CatalogTable;
  return (
    <Page
      width="full"
      title={t('catalog.title')}
      answer={
        value && !error && t('catalog.answer', { count: value.totalItems })
      }
    >
      <CatalogFilters list={list} />
      {error && (
        <ErrorPanel
          title={t('catalog.errorTitle')}
          error={error}
          onRetry={retry}
        />
      )}
      {!error && !value && <LoadingRows count={8} height="3rem" />}
      {!error && value?.totalItems === 0 && (
        <EmptyState
          icon={RiBookShelfLine}
          title={t('catalog.noMatch')}
          description={t('catalog.noMatchDescription')}
          action={
            list.isNarrowed && (
              <Button variant="secondary" onPress={list.clear}>
                {t('catalog.clear')}
              </Button>
            )
          }
        />
      )}
      {!error && value && value.totalItems > 0 && (
        <>
          <Entities entities={value.items} isStale={loading} list={list} />
          <Pagination
            offset={offset}
            limit={limit}
            total={value.totalItems}
            onOffset={list.setOffset}
            onLimit={list.setLimit}
          />
        </>
      )}
    </Page>
  );
}
