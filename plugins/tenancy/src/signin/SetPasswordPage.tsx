import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { ErrorPanel, LoadingRows } from '@freehold/plugin-tenancy-react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { tenancyTranslationRef } from '../translation';
import { isUnusable } from './isUnusable';
import { SetPasswordForm } from './SetPasswordForm';
import { SignInLayout } from './SignInLayout';
import { useFragmentToken } from './useFragmentToken';
import { useSessionClient } from './useSignIn';

/** The page a set-password link opens. */
export function SetPasswordPage(props: { onDone: (email: string) => void }) {
  const { t } = useTranslationRef(tenancyTranslationRef);
  const client = useSessionClient();
  const token = useFragmentToken();
  const link = useAsyncRetry(
    () => client.inspectPasswordLink(token),
    [client, token],
  );

  if (link.error) {
    return isUnusable(link.error) ? (
      <SignInLayout
        title={t('setPassword.unusable.title')}
        lead={t('setPassword.unusable.lead')}
      >
        <ButtonLink href="/" variant="secondary">
          {t('setPassword.toSignIn')}
        </ButtonLink>
      </SignInLayout>
    ) : (
      <SignInLayout title={t('setPassword.title')}>
        <ErrorPanel
          error={link.error}
          reassurance={t('setPassword.stillValid')}
          onRetry={link.retry}
        />
      </SignInLayout>
    );
  }
  if (!link.value) {
    return (
      <SignInLayout title={t('setPassword.title')}>
        <LoadingRows count={2} height="3rem" />
      </SignInLayout>
    );
  }
  return (
    <SetPasswordForm
      client={client}
      token={token}
      link={link.value}
      onDone={props.onDone}
    />
  );
}
