import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { useSearchParams } from 'react-router-dom';
import useAsync from 'react-use/esm/useAsync';
import { securityTranslationRef } from '../securityTranslation';
import { leaveProviderNotice } from '../session';
import styles from './SignInLayout.module.css';
import { useSessionClient } from './useSignIn';

const PROBLEMS = [
  'identity-unknown',
  'identity-taken',
  'identity-expired',
  'identity-failed',
] as const;

/** Sign-in with accounts elsewhere, where the portal is set up for them. */
export function ProviderButtons() {
  const { t } = useTranslationRef(securityTranslationRef);
  const client = useSessionClient();
  // Without them the password does; so a list that cannot be had is empty.
  const { value: providers = [] } = useAsync(
    () => client.listIdentityProviders().catch(() => []),
    [client],
  );
  const error = useSearchParams()[0].get('error');
  if (providers.length === 0) return null;
  const problem = PROBLEMS.find(each => each === error) ?? 'identity-failed';

  return (
    <>
      <p className={styles.or}>{t('providers.or')}</p>
      <div className={styles.form}>
        {error && (
          <Alert
            role="alert"
            status="danger"
            icon
            title={t('providers.problemTitle')}
            description={t(`providers.problem.${problem}`)}
          />
        )}
        {providers.map(({ id, name, startPath }) => (
          <Button
            key={id}
            variant="secondary"
            size="medium"
            className={styles.submit}
            onPress={() => {
              leaveProviderNotice();
              client.goTo(startPath);
            }}
          >
            {t('providers.signInWith', { name })}
          </Button>
        ))}
      </div>
    </>
  );
}
