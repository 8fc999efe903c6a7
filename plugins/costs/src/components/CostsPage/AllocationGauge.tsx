import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatPercent } from '../../domain/formatPercent';
import { lookingTranslationRef } from '../../lookingTranslation';
import { toDrawableShare } from '../parts/drawable';
import styles from './AllocationGauge.module.css';

/** How much of the cost, and of the charges, is some customer's. */
export function AllocationGauge(props: {
  byCost: string | null | undefined;
  byRows: string | null | undefined;
}) {
  const { t } = useTranslationRef(lookingTranslationRef);
  return (
    <span className={styles.gauge}>
      <Bar share={props.byCost} label={t('gauge.byCost')} />
      <Bar share={props.byRows} label={t('gauge.byRows')} />
    </span>
  );
}

function Bar(props: { share: string | null | undefined; label: string }) {
  const { share, label } = props;
  if (share === null || share === undefined) return null;
  const drawn = toDrawableShare(share, '1');
  return (
    <span className={styles.row}>
      <span>{label}</span>
      <span
        className={styles.track}
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={1}
        aria-valuenow={drawn}
        aria-valuetext={formatPercent(share)}
      >
        <span className={styles.bar} style={{ width: `${drawn * 100}%` }} />
      </span>
      <data value={share} title={share}>
        {formatPercent(share)}
      </data>
    </span>
  );
}
