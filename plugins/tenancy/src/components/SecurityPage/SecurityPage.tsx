import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ErrorPanel, LoadingRows, Page } from '@freehold/plugin-tenancy-react';
import { useSecurity } from '../../hooks';
import { securityTranslationRef } from '../../securityTranslation';
import type { Security } from '../../session';
import { FactorsSection } from './FactorsSection';
import { IdentitiesSection } from './IdentitiesSection';
import { RecoveryCodesSection } from './RecoveryCodesSection';
import { SecurityDialogs } from './SecurityDialogs';
import styles from './SecurityPage.module.css';
import { SessionsSection } from './SessionsSection';
import { useSecurityDialogs } from './useSecurityDialogs';

/** From here on the page says so. */
const FEW_CODES = 3;

/** How the reader signs in, and where they are signed in. */
export function SecurityPage() {
  const { t } = useTranslationRef(securityTranslationRef);
  const { security, sessions, retry } = useSecurity();
  const dialogs = useSecurityDialogs(security.value, retry);
  const answer = useAnswer(security.value);
  return (
    <Page title={t('page.title')} answer={answer}>
      {security.error && (
        <ErrorPanel
          title={t('page.errorTitle')}
          error={security.error}
          onRetry={retry}
        />
      )}
      {!security.error && !security.value && (
        <LoadingRows count={4} height="4rem" />
      )}
      {security.value && (
        <div className={styles.sections}>
          <FactorsSection security={security.value} onOpen={dialogs.open} />
          {security.value.authenticators.length > 0 && (
            <RecoveryCodesSection
              security={security.value}
              onOpen={dialogs.open}
            />
          )}
          <IdentitiesSection security={security.value} dialogs={dialogs} />
          <SessionsSection sessions={sessions} onChanged={retry} />
        </div>
      )}
      <SecurityDialogs security={security.value} dialogs={dialogs} />
    </Page>
  );
}

function useAnswer(security: Security | undefined): string | undefined {
  const { t } = useTranslationRef(securityTranslationRef);
  if (!security) return undefined;
  if (security.authenticators.length === 0) return t('page.answer.bare');
  const left = security.recoveryCodesLeft;
  return left <= FEW_CODES
    ? t('page.answer.few', { count: left })
    : t('page.answer.protected');
}
