import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import {
  ErrorPanel,
  LoadingRows,
  Pagination,
  RelativeTime,
} from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import { accessTranslationRef } from '../../accessTranslation';
import type { Viewing } from '../../api';
import { useViewings } from '../../hooks';
import styles from '../lists.module.css';

/** Who of the staff viewed as the customer, when, for how long and why. */
export function Viewings(props: { customer: string; isForStaff?: boolean }) {
  const { customer, isForStaff } = props;
  const { t } = useTranslationRef(accessTranslationRef);
  const [page, setPage] = useState({ offset: 0, limit: 20 });
  const { value, error, retry } = useViewings(customer, page);
  return (
    <section className={styles.section} aria-labelledby="viewings-title">
      <h2 id="viewings-title">
        {t(isForStaff ? 'viewings.staffTitle' : 'viewings.title')}
      </h2>
      <Text as="p" color="secondary">
        {t(isForStaff ? 'viewings.staffLead' : 'viewings.lead')}
      </Text>
      {error && (
        <ErrorPanel
          title={t('viewings.errorTitle')}
          error={error}
          onRetry={retry}
        />
      )}
      {!error && !value && <LoadingRows count={2} />}
      {!error && value?.total === 0 && <Text as="p">{t('viewings.none')}</Text>}
      {!error && value && value.total > 0 && (
        <div>
          <ul className={styles.list}>
            {value.items.map(viewing => (
              <ViewingRow key={viewing.viewingId} viewing={viewing} />
            ))}
          </ul>
          <Pagination
            offset={page.offset}
            limit={page.limit}
            total={value.total}
            onOffset={offset => setPage({ ...page, offset })}
            onLimit={limit => setPage({ offset: 0, limit })}
          />
        </div>
      )}
    </section>
  );
}

function ViewingRow(props: { viewing: Viewing }) {
  const { viewerName, reason, startedAt, expiresAt, endedAt, isActive } =
    props.viewing;
  const { t } = useTranslationRef(accessTranslationRef);
  const lastedMs = Date.parse(endedAt ?? expiresAt) - Date.parse(startedAt);
  return (
    <li>
      <span className={styles.grow}>
        <strong>{viewerName}</strong>
        <span>{reason}</span>
        <span className={styles.quiet}>
          <RelativeTime at={startedAt} /> ·{' '}
          {isActive
            ? t('viewings.now')
            : t('viewings.minutes', { count: Math.round(lastedMs / 60_000) })}
        </span>
      </span>
    </li>
  );
}
