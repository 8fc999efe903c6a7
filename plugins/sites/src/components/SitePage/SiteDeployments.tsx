import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EmptyState,
  ErrorPanel,
  LoadingRows,
  Pagination,
  useListQuery,
} from '@freehold/plugin-tenancy-react';
import { useDeployments } from '../../hooks/useDeployments';
import { sitesTranslationRef } from '../../translation';
import { DeploymentsList } from './DeploymentsList';
import { SiteTab } from './SiteTab';
import { useEntitySite } from './useEntitySite';

/** The deployments tab of a site's catalog page. */
export function SiteDeployments() {
  const { customer, siteId } = useEntitySite();
  return (
    <SiteTab>
      <DeploymentHistory customer={customer} siteId={siteId} />
    </SiteTab>
  );
}

/** All deployments of a site, newest first. */
export function DeploymentHistory(props: { customer: string; siteId: string }) {
  const { customer, siteId } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const list = useListQuery({ filters: [], defaultSort: '' });
  const { offset, limit } = list.query;
  const { data, error, refresh } = useDeployments({
    customer,
    site: siteId,
    offset,
    limit,
  });
  if (error) {
    return (
      <ErrorPanel
        error={error}
        title={t('deployments.failed')}
        onRetry={() => refresh()}
      />
    );
  }
  if (!data) return <LoadingRows count={4} height="3rem" />;
  if (data.total === 0) {
    return (
      <EmptyState
        title={t('deployments.empty')}
        description={t('deployments.emptyHint')}
      />
    );
  }
  return (
    <>
      <DeploymentsList deployments={data.items} />
      <Pagination
        offset={offset}
        limit={limit}
        total={data.total}
        onOffset={list.setOffset}
        onLimit={list.setLimit}
      />
    </>
  );
}
