import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { StateChip } from '@freehold/plugin-tenancy-react';
import { RiErrorWarningLine, RiProhibited2Line } from '@remixicon/react';
import { tenancyTranslationRef } from '../../translation';
import type { Meter } from './meters';
import styles from './Usage.module.css';

/** One limit as a bar, and in words. */
export function UsageMeter(props: { meter: Meter; showsOwn: boolean }) {
  const { meter, showsOwn } = props;
  const { id, used, limit, nearness } = meter;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const number = new Intl.NumberFormat();
  const words = t('usage.used', {
    used: number.format(used),
    limit: number.format(limit),
  });
  const share = limit === 0 ? 1 : Math.min(used / limit, 1);
  return (
    <section className={styles.meter} aria-labelledby={`usage-${id}`}>
      <div className={styles.head}>
        <h2 id={`usage-${id}`}>{t(`usage.what.${id}`)}</h2>
        <span className={styles.number}>{words}</span>
      </div>
      <div
        className={styles.track}
        role="meter"
        aria-labelledby={`usage-${id}`}
        aria-valuemin={0}
        aria-valuemax={limit}
        aria-valuenow={Math.min(used, limit)}
        aria-valuetext={words}
      >
        <div
          className={`${styles.bar} ${styles[nearness]}`}
          style={{ width: `${share * 100}%` }}
        />
      </div>
      <div className={styles.words}>
        <Remaining meter={meter} />
        {showsOwn && meter.isOwn && <span>{t('usage.own')}</span>}
        <span>{t(`usage.means.${id}`)}</span>
      </div>
    </section>
  );
}

function Remaining(props: { meter: Meter }) {
  const { used, limit, nearness, backInSeconds, freeInSeconds } = props.meter;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const left = new Intl.NumberFormat().format(Math.max(limit - used, 0));
  const back = [
    backInSeconds !== undefined &&
      used > 0 &&
      t('usage.backInSeconds', { count: backInSeconds }),
    freeInSeconds !== undefined &&
      t('usage.freeInMinutes', { count: Math.ceil(freeInSeconds / 60) }),
  ].filter(Boolean);
  return (
    <>
      {nearness === 'ample' && <span>{t('usage.left', { left })}</span>}
      {nearness === 'near' && (
        <StateChip
          tone="attention"
          icon={RiErrorWarningLine}
          label={t('usage.near', { left })}
        />
      )}
      {nearness === 'full' && (
        <StateChip
          tone="bad"
          icon={RiProhibited2Line}
          label={t('usage.full')}
        />
      )}
      {back.map(words => (
        <span key={`${words}`}>{words}</span>
      ))}
    </>
  );
}
