import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { ErrorPanel, PortalError } from '@freehold/plugin-tenancy-react';
import { securityTranslationRef } from '../securityTranslation';
import { PasskeyCancelled } from '../session';
import { SignInProblem } from './SignInProblem';

/** Why a second factor did not let in, and what to do. */
export function ChallengeProblem(props: {
  error: Error;
  way: 'passkey' | 'code' | 'recoveryCode';
  secondsLeft: number;
}) {
  const { error, way, secondsLeft } = props;
  const { t } = useTranslationRef(securityTranslationRef);
  if (error instanceof PasskeyCancelled) {
    return (
      <Alert
        role="alert"
        status="warning"
        icon
        title={t('challenge.cancelled.title')}
        description={t('challenge.cancelled.description')}
      />
    );
  }
  const status = error instanceof PortalError ? error.status : undefined;
  if (status === 429) {
    return <SignInProblem error={error} secondsLeft={secondsLeft} />;
  }
  if (status === 400 || (status === 401 && !isOver(error))) {
    return (
      <Alert
        role="alert"
        status="danger"
        icon
        title={t('challenge.wrong.title')}
        description={t(`challenge.wrong.${way}`)}
      />
    );
  }
  return <ErrorPanel error={error} title={t('challenge.failed')} />;
}

/** The sign-in has to begin again; the backend's words say so. */
function isOver(error: Error): boolean {
  return /begin again/i.test(error.message);
}
