import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import {
  ErrorPanel,
  LoadingRows,
  PortalError,
} from '@freehold/plugin-tenancy-react';
import { useLocation } from 'react-router-dom';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { tenancyTranslationRef } from '../translation';
import { SetPasswordForm } from './SetPasswordForm';
import { SignInLayout } from './SignInLayout';
import { useSessionClient } from './useSignIn';

/**
 * The page a set-password link opens. The token is in the fragment of the
 * address, which browsers send to no server, so that it is in no log.
 */
export function SetPasswordPage(props: { onDone: (email: string) => void }) {
  const { t } = useTranslationRef(tenancyTranslationRef);
  const client = useSessionClient();
  const { hash } = useLocation();
  const token = new URLSearchParams(hash.slice(1)).get('token') ?? '';
  const link = useAsyncRetry(
    () => client.inspectPasswordLink(token),
    [client, token],
  );

  if (link.error) {
    const isUnusable =
      link.error instanceof PortalError &&
      link.error.status >= 400 &&
      link.error.status < 500;
    return isUnusable ? (
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
