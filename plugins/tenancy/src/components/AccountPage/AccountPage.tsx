import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ErrorPanel,
  LoadingRows,
  Page,
  useMe,
} from '@freehold/plugin-tenancy-react';
import { tenancyTranslationRef } from '../../translation';
import { EmailSection } from './EmailSection';
import { PasswordSection } from './PasswordSection';

/** How the reader signs in: address and password. */
export function AccountPage() {
  const { t } = useTranslationRef(tenancyTranslationRef);
  const { me, error, retry } = useMe();
  return (
    <Page
      title={t('account.title')}
      answer={me && t('account.answer', { email: me.email })}
    >
      {error && (
        <ErrorPanel
          title={t('account.errorTitle')}
          error={error}
          onRetry={retry}
        />
      )}
      {!error && !me && <LoadingRows count={3} height="3rem" />}
      {me && (
        <>
          <EmailSection />
          <PasswordSection email={me.email} />
        </>
      )}
    </Page>
  );
}
