import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { useAction } from '@freehold/plugin-tenancy-react';
import type { Me } from '@freehold/plugin-tenancy-react';
import { RiEyeLine } from '@remixicon/react';
import { useCallback, useEffect } from 'react';
import { accessTranslationRef } from '../accessTranslation';
import { tenancyApiRef } from '../api';
import { loadPage } from '../session/loadPage';
import { useMinutesLeft } from './useMinutesLeft';
import styles from './ViewingBanner.module.css';

/**
 * Says as whom the reader views, why and for how long, and ends it. The page is
 * loaded anew when it ends: nothing that was read as a customer stays.
 */
export function ViewingBanner(props: {
  customer: string;
  viewing: NonNullable<Me['viewing']>;
}) {
  const { customer, viewing } = props;
  const { t } = useTranslationRef(accessTranslationRef);
  const api = useApi(tenancyApiRef);
  const { run, isRunning, error } = useAction(
    useCallback(async () => {
      await api.stopViewingAs();
      loadPage('/customers');
    }, [api]),
  );
  const minutesLeft = useMinutesLeft(viewing.expiresAt, () => loadPage('/'));
  useEffect(() => {
    document.body.classList.add(styles.isViewing);
    return () => document.body.classList.remove(styles.isViewing);
  }, []);

  return (
    <aside
      className={styles.banner}
      aria-label={t('viewing.banner', { customer })}
    >
      <RiEyeLine aria-hidden className={styles.icon} />
      <p className={styles.text}>
        <strong>{t('viewing.banner', { customer })}</strong>
        <span className={styles.detail}>
          {t('viewing.readOnly')} {t('viewing.reason', viewing)}
        </span>
        {error && <span role="alert">{t('viewing.stopFailed')}</span>}
        <span className={styles.left} role="timer">
          {t('viewing.left', { count: minutesLeft })}
        </span>
      </p>
      <Button
        variant="secondary"
        size="small"
        isPending={isRunning}
        onPress={() => run()}
      >
        {t('viewing.stop')}
      </Button>
    </aside>
  );
}
