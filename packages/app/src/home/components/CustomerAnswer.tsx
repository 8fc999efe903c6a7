import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { appTranslationRef } from '../../translation';
import { countSites, failedSites } from '../answers';
import type { Site, Summary } from '../api/HomeApi';

/** Whether the customer's sites are up, in a sentence or two. */
export function CustomerAnswer(props: { summary: Summary; sites: Site[] }) {
  const { summary, sites } = props;
  const { t } = useTranslationRef(appTranslationRef);
  const { live, ordered, suspended } = summary.sites;
  const total = countSites(summary);
  if (total === 0) return <>{t('home.memberAnswer.empty')}</>;
  if (live === total) {
    return <>{t('home.memberAnswer.allLive', { count: total })}</>;
  }
  const failed = failedSites(sites);
  return (
    <>
      {[
        t('home.memberAnswer.someLive', {
          live: String(live),
          total: String(total),
        }),
        failed.length === 1 &&
          t('home.memberAnswer.failed', { name: failed[0] }),
        failed.length > 1 &&
          t('home.memberAnswer.failedMany', {
            names: new Intl.ListFormat(undefined).format(failed),
          }),
        ordered > 0 && t('home.memberAnswer.settingUp', { count: ordered }),
        suspended > 0 && t('home.memberAnswer.suspended', { count: suspended }),
      ]
        .filter(Boolean)
        .join(' ')}
    </>
  );
}
