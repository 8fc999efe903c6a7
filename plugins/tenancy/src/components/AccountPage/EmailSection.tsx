import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { ErrorPanel, LoadingRows } from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import { useEmailChange } from '../../hooks';
import { tenancyTranslationRef } from '../../translation';
import styles from '../lists.module.css';
import { ChangeEmailDialog } from './ChangeEmailDialog';
import { PendingEmailChange } from './PendingEmailChange';

/** The change of the reader's address: what waits, or the way to one. */
export function EmailSection() {
  const { t } = useTranslationRef(tenancyTranslationRef);
  const { value, error, retry } = useEmailChange();
  const [isChanging, setChanging] = useState(false);
  return (
    <section className={styles.section} aria-labelledby="account-email">
      <h2 id="account-email">{t('account.email')}</h2>
      {error && <ErrorPanel error={error} onRetry={retry} />}
      {!error && !value && <LoadingRows count={1} height="3rem" />}
      {value?.pending && (
        <PendingEmailChange change={value.pending} onGivenUp={retry} />
      )}
      {value && !value.pending && (
        <>
          <p className={styles.quiet}>{t('account.changeLead')}</p>
          <div>
            <Button variant="secondary" onPress={() => setChanging(true)}>
              {t('account.change')}
            </Button>
          </div>
        </>
      )}
      {isChanging && (
        <ChangeEmailDialog
          onClose={() => setChanging(false)}
          onAsked={() => {
            setChanging(false);
            retry();
          }}
        />
      )}
    </section>
  );
}
