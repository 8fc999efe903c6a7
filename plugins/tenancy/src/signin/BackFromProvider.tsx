import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { Navigate, useSearchParams } from 'react-router-dom';
import { tenancyTranslationRef } from '../translation';
import { ProviderProblem } from './ProviderProblem';
import { SignInLayout } from './SignInLayout';
import styles from './SignInLayout.module.css';

/** Where a provider sends back who accepts an invitation with an account there. */
export function BackFromProvider() {
  const { t } = useTranslationRef(tenancyTranslationRef);
  const isRefused = useSearchParams()[0].has('error');
  if (!isRefused) return <Navigate to="/" replace />;
  return (
    <SignInLayout
      title={t('acceptInvitation.backTitle')}
      lead={t('acceptInvitation.backLead')}
    >
      <div className={styles.form}>
        <ProviderProblem />
        <ButtonLink href="/" variant="secondary" className={styles.submit}>
          {t('acceptInvitation.toSignIn')}
        </ButtonLink>
      </div>
    </SignInLayout>
  );
}
