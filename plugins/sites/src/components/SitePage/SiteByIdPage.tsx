import {
  useRouteRefParams,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { ErrorPanel, LoadingRows, Page } from '@freehold/plugin-tenancy-react';
import { Navigate } from 'react-router-dom';
import { useSite } from '../../hooks/useSite';
import { useSiteLink } from '../../hooks/useSiteLink';
import { useSitesPaths } from '../../hooks/useSitesPaths';
import { siteRouteRef } from '../../routes';
import { sitesTranslationRef } from '../../translation';
import { isNotFound, NotFound } from '../parts/NotFound';
import { DeletedSite } from './DeletedSite';

/** A site by id: `/sites/:customer/:siteId`. */
export function SiteByIdPage() {
  const { customer, siteId } = useRouteRefParams(siteRouteRef);
  const { t } = useTranslationRef(sitesTranslationRef);
  const paths = useSitesPaths();
  const siteLink = useSiteLink();
  const { data: site, error, refresh } = useSite(customer, siteId);

  if (site?.state === 'deleted') return <DeletedSite site={site} />;
  if (site) return <Navigate to={siteLink(site)} replace />;
  return (
    <Page
      title={error ? t('list.title') : undefined}
      breadcrumbs={[{ label: t('list.title'), href: paths.list }]}
    >
      {!error && <LoadingRows count={6} />}
      {error && isNotFound(error) && <NotFound what="site" />}
      {error && !isNotFound(error) && (
        <ErrorPanel
          error={error}
          title={t('site.failed')}
          onRetry={() => refresh()}
        />
      )}
    </Page>
  );
}
