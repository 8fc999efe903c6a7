import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, useBreakpoint } from '@backstage/ui';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  deadLetterReadPermission,
  siteOrderPermission,
  siteStates,
  type SiteState,
} from '@freehold/plugin-sites-common';
import { customerListPermission } from '@freehold/plugin-tenancy-common';
import {
  EmptyState,
  ErrorPanel,
  type Loaded,
  LoadingRows,
  Page,
  Pagination,
  useListQuery,
  useMe,
} from '@freehold/plugin-tenancy-react';
import { RiAddLine, RiSearchLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import type { PageOf, Site, SitesQuery } from '../../api';
import { useSites } from '../../hooks/useSites';
import { useSitesPaths } from '../../hooks/useSitesPaths';
import { sitesTranslationRef } from '../../translation';
import { SiteCards } from './SiteCards';
import { SitesAnswer } from './SitesAnswer';
import { SitesFilters, siteFilters, type SitesListState } from './SitesFilters';
import { SitesTable } from './SitesTable';

/** All sites that the reader may see: `/sites`. */
export function SitesPage() {
  const { t } = useTranslationRef(sitesTranslationRef);
  const list = useListQuery({ filters: siteFilters, defaultSort: 'name' });
  const { allowed: isStaff } = usePermission({
    permission: customerListPermission,
  });
  const order = useOrderButton();
  const sites = useSites(toSitesQuery(list));
  // The empty state offers the order itself.
  const isEmpty = sites.data?.total === 0 && !list.isNarrowed;
  return (
    <Page
      title={t('list.title')}
      answer={<SitesAnswer />}
      actions={
        <>
          {!isEmpty && <LogSearchLink />}
          <DeadLettersLink />
          {!isEmpty && order}
        </>
      }
      width="full"
    >
      {!isEmpty && <SitesFilters list={list} withCustomer={isStaff} />}
      <SitesList list={list} sites={sites} isStaff={isStaff} order={order} />
    </Page>
  );
}

function SitesList(props: {
  list: SitesListState;
  sites: Loaded<PageOf<Site>>;
  isStaff: boolean;
  order: ReactNode;
}) {
  const { list, sites, isStaff, order } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const isWide = useBreakpoint().up('md');
  const { data, error, loading, refresh } = sites;

  if (error) {
    return (
      <ErrorPanel
        error={error}
        title={t('list.failed')}
        onRetry={() => refresh()}
      />
    );
  }
  if (loading || !data) return <LoadingRows count={6} height="3.5rem" />;
  if (data.total === 0) {
    return list.isNarrowed ? (
      <EmptyState
        icon={RiSearchLine}
        title={t('list.noMatch')}
        description={t('list.noMatchHint')}
      />
    ) : (
      <EmptyState
        title={t('list.empty')}
        description={t('list.emptyHint')}
        action={order}
      />
    );
  }
  return (
    <>
      {isStaff && isWide ? (
        <SitesTable
          sites={data.items}
          sort={list.sortDescriptor}
          onSort={list.setSort}
        />
      ) : (
        <SiteCards sites={data.items} withCustomer={isStaff} />
      )}
      <Pagination
        offset={list.query.offset}
        limit={list.query.limit}
        total={data.total}
        onOffset={list.setOffset}
        onLimit={list.setLimit}
      />
    </>
  );
}

/** Leads to the logs of all deployments the reader may see. */
function LogSearchLink() {
  const { t } = useTranslationRef(sitesTranslationRef);
  const paths = useSitesPaths();
  return (
    <ButtonLink href={paths.logSearch} variant="secondary" size="medium">
      {t('logSearch.link')}
    </ButtonLink>
  );
}

/** Leads staff to what was given up. */
function DeadLettersLink() {
  const { t } = useTranslationRef(sitesTranslationRef);
  const paths = useSitesPaths();
  const { allowed } = usePermission({
    permission: deadLetterReadPermission,
    resourceRef: '',
  });
  return allowed ? (
    <ButtonLink href={paths.deadLetters} variant="secondary" size="medium">
      {t('deadLetters.link')}
    </ButtonLink>
  ) : null;
}

/** The button that orders a site, for those who may. */
function useOrderButton(): ReactNode {
  const { t } = useTranslationRef(sitesTranslationRef);
  const paths = useSitesPaths();
  const { me } = useMe();
  // A site to be has no id yet, so the question is about the customer.
  const { allowed } = usePermission({
    permission: siteOrderPermission,
    resourceRef: me?.tenant ?? '',
  });
  if (!me || !allowed || !paths.order) return null;
  return (
    <ButtonLink
      href={paths.order}
      variant="primary"
      size="medium"
      iconStart={<RiAddLine />}
    >
      {t('list.order')}
    </ButtonLink>
  );
}

function toSitesQuery({ query }: SitesListState): SitesQuery {
  const { customer, cloud, state, drifted } = query.filters;
  return {
    search: query.search || undefined,
    customer,
    cloud,
    drifted: drifted === 'yes' ? true : undefined,
    state: siteStates.includes(state as SiteState)
      ? (state as SiteState)
      : undefined,
    sort: query.sort as SitesQuery['sort'],
    offset: query.offset,
    limit: query.limit,
  };
}
