import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { ErrorPanel, PortalError } from '@freehold/plugin-tenancy-react';
import { tenancyTranslationRef } from '../translation';

/**
 * Why signing in did not work. Wrong e-mail, wrong password, removed member:
 * all read the same, so that nothing is told about who exists.
 */
export function SignInProblem(props: { error: Error; secondsLeft: number }) {
  const { error, secondsLeft } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const status = error instanceof PortalError ? error.status : undefined;
  if (status === 429) {
    return (
      <Alert
        role="alert"
        status="warning"
        icon
        title={t('signIn.tooMany.title')}
        description={
          // A timer is not announced each second, unlike the rest of the alert.
          <span role="timer">
            {secondsLeft > 0
              ? t('signIn.tooMany.wait', { seconds: String(secondsLeft) })
              : t('signIn.tooMany.over')}
          </span>
        }
      />
    );
  }
  if (status === 401 || status === 400) {
    return (
      <Alert
        role="alert"
        status="danger"
        icon
        title={t('signIn.wrong.title')}
        description={t('signIn.wrong.description')}
      />
    );
  }
  if (status === 403) {
    return (
      <Alert
        role="alert"
        status="warning"
        icon
        title={t('signIn.refused.title')}
        description={error.message}
      />
    );
  }
  return (
    <ErrorPanel
      error={error}
      title={t('signIn.failed.title')}
      reassurance={t('signIn.failed.reassurance')}
    />
  );
}
