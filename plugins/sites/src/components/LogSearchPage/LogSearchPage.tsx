import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, SearchField } from '@backstage/ui';
import { usePermission } from '@backstage/plugin-permission-react';
import { customerListPermission } from '@freehold/plugin-tenancy-common';
import {
  EmptyState,
  ErrorPanel,
  LoadingRows,
  Page,
  useListQuery,
} from '@freehold/plugin-tenancy-react';
import { RiSearchLine } from '@remixicon/react';
import { useEffect, useState } from 'react';
import { useLogSearch } from '../../hooks/useLogSearch';
import { useSitesPaths } from '../../hooks/useSitesPaths';
import { sitesTranslationRef } from '../../translation';
import { CustomerSelect } from '../parts/CustomerSelect';
import cards from '../parts/cards.module.css';
import { FoundLogItem } from './FoundLogItem';
import styles from './LogSearchPage.module.css';

/** Which deployments said something: `/sites/log-search`. */
export function LogSearchPage() {
  const { t } = useTranslationRef(sitesTranslationRef);
  const paths = useSitesPaths();
  const list = useListQuery({ filters: ['customer'], defaultSort: '' });
  const { allowed: isStaff } = usePermission({
    permission: customerListPermission,
  });
  const { search, filters } = list.query;
  const [typed, setTyped] = useState(search);
  useEffect(() => setTyped(search), [search]);
  return (
    <Page
      title={t('logSearch.title')}
      answer={t('logSearch.answer')}
      breadcrumbs={[{ label: t('list.title'), href: paths.list }]}
    >
      <div className={styles.filters} role="search">
        <SearchField
          className={styles.search}
          aria-label={t('logSearch.field')}
          placeholder={t('logSearch.field')}
          size="medium"
          maxLength={200}
          value={typed}
          onChange={setTyped}
          onSubmit={text => list.setSearch(text)}
          onClear={() => list.setSearch('')}
        />
        {isStaff && (
          <CustomerSelect
            aria-label={t('filter.customer')}
            placeholder={t('filter.anyCustomer')}
            value={filters.customer}
            onChange={slug => list.setFilter('customer', slug)}
          />
        )}
      </div>
      <Found search={search} customer={filters.customer} isStaff={isStaff} />
    </Page>
  );
}

function Found(props: {
  search: string;
  customer: string | undefined;
  isStaff: boolean;
}) {
  const { search, customer, isStaff } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const found = useLogSearch(search, customer);
  if (!search) {
    return (
      <EmptyState
        icon={RiSearchLine}
        title={t('logSearch.start')}
        description={t('logSearch.startHint')}
      />
    );
  }
  if (found.error) {
    return (
      <ErrorPanel
        error={found.error}
        title={t('logSearch.failed')}
        onRetry={() => found.refresh()}
      />
    );
  }
  if (!found.items) return <LoadingRows count={4} height="5rem" />;
  return (
    <>
      {found.items.length === 0 && (
        <EmptyState
          icon={RiSearchLine}
          title={t('logSearch.noMatch')}
          description={t('logSearch.noMatchHint')}
        />
      )}
      <ul className={cards.list}>
        {found.items.map(item => (
          <FoundLogItem
            key={item.deploymentId}
            found={item}
            search={search}
            withCustomer={isStaff}
          />
        ))}
      </ul>
      {found.hasMore && (
        <Button
          variant="secondary"
          isPending={found.loadingMore}
          onPress={() => found.more()}
        >
          {t('logSearch.more')}
        </Button>
      )}
    </>
  );
}
