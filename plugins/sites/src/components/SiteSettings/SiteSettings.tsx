import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Link } from '@backstage/ui';
import {
  EmptyState,
  ErrorPanel,
  LoadingRows,
} from '@freehold/plugin-tenancy-react';
import { RiLockLine } from '@remixicon/react';
import type { Site } from '../../api';
import { useSitePermissions } from '../../hooks/useSitePermissions';
import { useSitesPaths } from '../../hooks/useSitesPaths';
import { sitesTranslationRef } from '../../translation';
import { SiteTab } from '../SitePage/SiteTab';
import { useEntitySite } from '../SitePage/useEntitySite';
import { ChangeSite } from './ChangeSite';
import { DeleteSite } from './DeleteSite';
import { SiteState } from './SiteState';
import { SuspendSite } from './SuspendSite';

/** The settings tab of a site's catalog page. */
export function SiteSettings() {
  return (
    <SiteTab>
      <LoadedSettings />
    </SiteTab>
  );
}

function LoadedSettings() {
  const { t } = useTranslationRef(sitesTranslationRef);
  const { data: site, error, refresh } = useEntitySite();
  if (error) {
    return (
      <ErrorPanel
        error={error}
        title={t('site.failed')}
        onRetry={() => refresh()}
      />
    );
  }
  if (!site) return <LoadingRows count={6} height="2.5rem" />;
  return <Settings site={site} refresh={refresh} />;
}

/** What the reader may change of a site. */
export function Settings(props: {
  site: Site;
  refresh: () => Promise<unknown>;
}) {
  const { site, refresh } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const may = useSitePermissions(site.customer, site.siteId);
  if (may.loading) return <LoadingRows count={6} height="2.5rem" />;
  if (!may.canUpdate && !may.canSuspend && !may.canDelete) {
    return (
      <EmptyState
        icon={RiLockLine}
        title={t('settings.readOnly')}
        description={t('settings.readOnlyHint')}
      />
    );
  }
  return (
    <>
      <MovingNotice site={site} />
      {may.canUpdate && (
        <ChangeSite key={site.updatedAt} site={site} refresh={refresh} />
      )}
      {may.canSuspend && <SuspendSite site={site} refresh={refresh} />}
      {may.canReadState && <SiteState site={site} />}
      {may.canDelete && <DeleteSite site={site} refresh={refresh} />}
    </>
  );
}

function MovingNotice({ site }: { site: Site }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  const paths = useSitesPaths();
  if (!site.activeDeploymentId) return null;
  return (
    <Alert
      status="info"
      icon
      title={t('settings.moving')}
      description={
        <Link href={paths.deployment(site.customer, site.activeDeploymentId)}>
          {t('siteAnswer.follow')}
        </Link>
      }
    />
  );
}
