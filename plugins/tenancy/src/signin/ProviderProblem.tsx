import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { useSearchParams } from 'react-router-dom';
import { securityTranslationRef } from '../securityTranslation';

const PROBLEMS = [
  'identity-unknown',
  'identity-taken',
  'identity-expired',
  'identity-failed',
] as const;

/** Why a way round by a provider's pages led to nothing, if it did. */
export function ProviderProblem() {
  const { t } = useTranslationRef(securityTranslationRef);
  const error = useSearchParams()[0].get('error');
  if (error === null) return null;
  const problem = PROBLEMS.find(each => each === error) ?? 'identity-failed';
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={t('providers.problemTitle')}
      description={t(`providers.problem.${problem}`)}
    />
  );
}
