import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { RelativeTime } from '@freehold/plugin-tenancy-react';
import type { Site } from '../../api';
import { useSitesPaths } from '../../hooks/useSitesPaths';
import { sitesTranslationRef } from '../../translation';

/** Whether the site is up, and what happens to it now. */
export function SiteAnswer({ site }: { site: Site }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  const paths = useSitesPaths();
  if (site.activeDeploymentId) {
    return (
      <>
        {t(`siteAnswer.moving.${movement(site)}`)}{' '}
        <Link href={paths.deployment(site.customer, site.activeDeploymentId)}>
          {t('siteAnswer.follow')}
        </Link>
      </>
    );
  }
  if (site.state === 'suspended') {
    return (
      <>
        {site.suspendedReason
          ? t('siteAnswer.suspendedFor', { reason: site.suspendedReason })
          : t('siteAnswer.suspended')}
      </>
    );
  }
  if (site.state === 'failed') return <>{t('siteAnswer.failed')}</>;
  if (site.state === 'deleted') {
    return (
      <>
        {t('siteAnswer.deleted')}{' '}
        <Link href={paths.siteById(site.customer, site.siteId)}>
          {t('siteAnswer.history')}
        </Link>
      </>
    );
  }
  if (site.state !== 'live') return null;
  if (site.answersThoughSuspended) {
    return <>{t('siteAnswer.answersThoughSuspended')}</>;
  }
  if (site.health?.status === 'unhealthy') {
    return <>{t('siteAnswer.unhealthy')}</>;
  }
  if (!site.health) return <>{t('siteAnswer.live')}</>;
  return (
    <>
      {t('siteAnswer.healthy')} <RelativeTime at={site.health.checkedAt} />.
    </>
  );
}

function movement(site: Site): 'setUp' | 'change' | 'delete' {
  if (site.state === 'deleting') return 'delete';
  return site.url ? 'change' : 'setUp';
}
