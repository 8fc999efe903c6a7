import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { useSummary } from '../../hooks/useSummary';
import { sitesTranslationRef } from '../../translation';

/** How the sites are doing, in a sentence. */
export function SitesAnswer() {
  const { t } = useTranslationRef(sitesTranslationRef);
  const { data, error } = useSummary();
  if (error) return null;
  if (!data) return <Skeleton width="16rem" height="1.5rem" />;

  const { live, ordered, failed, suspended, deleting } = data.sites;
  const total = live + ordered + failed + suspended + deleting;
  if (total === 0) return <>{t('answer.none')}</>;
  const exceptions = [
    failed > 0 && t('answer.failed', { count: failed }),
    ordered > 0 && t('answer.ordered', { count: ordered }),
    suspended > 0 && t('answer.suspended', { count: suspended }),
    deleting > 0 && t('answer.deleting', { count: deleting }),
  ].filter(Boolean);
  const liveness = () => {
    if (live === total) return t('answer.allLive', { count: total });
    if (live === 0) return t('answer.noneLive');
    return t('answer.someLive', {
      live: live.toLocaleString(),
      total: total.toLocaleString(),
    });
  };
  return <>{[liveness(), ...exceptions].join('; ')}.</>;
}
