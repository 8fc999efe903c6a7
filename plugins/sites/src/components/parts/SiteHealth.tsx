import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RelativeTime, StateChip } from '@freehold/plugin-tenancy-react';
import {
  RiHeartPulseLine,
  RiErrorWarningLine,
  RiQuestionLine,
} from '@remixicon/react';
import type { Site } from '../../api';
import { sitesTranslationRef } from '../../translation';
import styles from './SiteHealth.module.css';

const looks = {
  healthy: { tone: 'good', icon: RiHeartPulseLine },
  unhealthy: { tone: 'bad', icon: RiErrorWarningLine },
  unknown: { tone: 'quiet', icon: RiQuestionLine },
} as const;

/** What the last health check of a site found, and when. */
export function SiteHealth(props: { health: Site['health'] }) {
  const { health } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  if (!health) {
    return <StateChip {...looks.unknown} label={t('health.unknown')} />;
  }
  return (
    <span className={styles.health}>
      <StateChip
        {...looks[health.status]}
        label={t(`health.${health.status}`)}
      />
      <span className={styles.checked}>
        {t('health.checked')} <RelativeTime at={health.checkedAt} />
        {health.detail && `. ${health.detail}`}
      </span>
    </span>
  );
}
