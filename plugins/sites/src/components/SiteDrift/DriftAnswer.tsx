import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RelativeTime, StateChip } from '@freehold/plugin-tenancy-react';
import {
  RiCheckboxCircleLine,
  RiGitPullRequestLine,
  RiLoader4Line,
  RiQuestionLine,
} from '@remixicon/react';
import type { DriftCheck, Site } from '../../api';
import { sitesTranslationRef } from '../../translation';
import styles from './SiteDrift.module.css';

/** Whether the site drifted, and when it was looked at. */
export function DriftAnswer(props: { site: Site; running?: DriftCheck }) {
  const { site, running } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const { checkedAt } = site.drift ?? {};
  return (
    <p className={styles.answer} role="status">
      <DriftChip site={site} />
      {running && (
        <StateChip
          tone="info"
          icon={RiLoader4Line}
          label={t(running.state === 'queued' ? 'drift.waits' : 'drift.runs')}
        />
      )}
      {checkedAt && (
        <span className={styles.quiet}>
          {t('drift.checked')} <RelativeTime at={checkedAt} />
        </span>
      )}
    </p>
  );
}

/** The same in two words. */
export function DriftChip({ site }: { site: Site }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  const { foundAt, checkedAt } = site.drift ?? {};
  if (foundAt) {
    return (
      <StateChip
        tone="attention"
        icon={RiGitPullRequestLine}
        label={t('drift.found')}
      />
    );
  }
  return checkedAt ? (
    <StateChip
      tone="good"
      icon={RiCheckboxCircleLine}
      label={t('drift.none')}
    />
  ) : (
    <StateChip
      tone="quiet"
      icon={RiQuestionLine}
      label={t('drift.notChecked')}
    />
  );
}
