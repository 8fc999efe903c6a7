import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink } from '@backstage/ui';
import { usePermission } from '@backstage/plugin-permission-react';
import { customerCreatePermission } from '@freehold/plugin-tenancy-common';
import {
  EmptyState,
  ErrorPanel,
  LoadingRows,
  Page,
  Pagination,
  useIsNarrow,
  useListQuery,
} from '@freehold/plugin-tenancy-react';
import { RiAddLine, RiBuilding2Line } from '@remixicon/react';
import type { CustomersQuery } from '../../api';
import { useCustomers } from '../../hooks';
import { tenancyTranslationRef } from '../../translation';
import { CustomersFilters } from './CustomersFilters';
import { CustomersList } from './CustomersList';
import { CustomersTable } from './CustomersTable';

const FILTERS = ['tier', 'state'] as const;

/** All customers, for staff: searched, filtered, sorted and paged. */
export function CustomersPage() {
  const { t } = useTranslationRef(tenancyTranslationRef);
  const list = useListQuery({ filters: FILTERS, defaultSort: 'name' });
  const { query, isNarrowed } = list;
  const { value, loading, error, retry } = useCustomers({
    search: query.search || undefined,
    tier: query.filters.tier,
    state: query.filters.state,
    sort: query.sort,
    offset: query.offset,
    limit: query.limit,
  } as CustomersQuery);
  const { allowed: canCreate } = usePermission({
    permission: customerCreatePermission,
  });
  const isNarrow = useIsNarrow();
  const CustomersView = isNarrow ? CustomersList : CustomersTable;

  const addButton = canCreate && (
    <ButtonLink
      href="/customers/new"
      variant="primary"
      iconStart={<RiAddLine />}
    >
      {t('customers.add')}
    </ButtonLink>
  );
  const answer = isNarrowed ? 'customers.answerNarrowed' : 'customers.answer';
  const isEmpty = value?.total === 0;

  return (
    <Page
      width="full"
      title={t('customers.title')}
      answer={value && !error && t(answer, { count: value.total })}
      actions={!(isEmpty && !isNarrowed) && addButton}
    >
      <CustomersFilters list={list} />
      {error && (
        <ErrorPanel
          title={t('customers.errorTitle')}
          error={error}
          onRetry={retry}
        />
      )}
      {!error && !value && <LoadingRows count={8} height="3rem" />}
      {!error && isEmpty && (
        <EmptyState
          icon={RiBuilding2Line}
          title={t(
            isNarrowed ? 'customers.noMatch.title' : 'customers.none.title',
          )}
          description={t(
            isNarrowed
              ? 'customers.noMatch.description'
              : 'customers.none.description',
          )}
          action={
            isNarrowed ? (
              <Button variant="secondary" onPress={list.clear}>
                {t('customers.noMatch.clear')}
              </Button>
            ) : (
              addButton
            )
          }
        />
      )}
      {!error && value && !isEmpty && (
        <>
          <CustomersView
            customers={value.items}
            isStale={loading}
            list={list}
          />
          <Pagination
            offset={query.offset}
            limit={query.limit}
            total={value.total}
            onOffset={list.setOffset}
            onLimit={list.setLimit}
          />
        </>
      )}
    </Page>
  );
}
