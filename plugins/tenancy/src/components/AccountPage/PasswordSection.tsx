import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { ErrorPanel, useAction } from '@freehold/plugin-tenancy-react';
import { useCallback, useState } from 'react';
import { useSessionClient } from '../../signin/useSignIn';
import { tenancyTranslationRef } from '../../translation';
import styles from '../lists.module.css';

/** A new password comes by the same way as a forgotten one. */
export function PasswordSection(props: { email: string }) {
  const { email } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const client = useSessionClient();
  const [isSent, setSent] = useState(false);
  const { run, isRunning, error } = useAction(
    useCallback(async () => {
      await client.requestPasswordReset(email);
      setSent(true);
    }, [client, email]),
  );
  return (
    <section className={styles.section} aria-labelledby="account-password">
      <h2 id="account-password">{t('account.passwordTitle')}</h2>
      <p className={styles.quiet}>{t('account.passwordLead')}</p>
      {error && <ErrorPanel title={t('forgotPassword.failed')} error={error} />}
      {isSent ? (
        <Alert
          role="status"
          status="success"
          icon
          title={t('account.passwordSent', { email })}
        />
      ) : (
        <div>
          <Button
            variant="secondary"
            isPending={isRunning}
            onPress={() => run()}
          >
            {t('account.passwordAction')}
          </Button>
        </div>
      )}
    </section>
  );
}
