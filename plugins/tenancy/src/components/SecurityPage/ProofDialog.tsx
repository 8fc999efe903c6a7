import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Text } from '@backstage/ui';
import {
  ErrorPanel,
  FormDialog,
  PortalError,
  useAction,
} from '@freehold/plugin-tenancy-react';
import { useCallback } from 'react';
import { securityTranslationRef } from '../../securityTranslation';
import {
  PasskeyCancelled,
  securityApiRef,
  signWithPasskey,
  type Proof,
  type Security,
  type SecurityClient,
} from '../../session';
import { fieldOf, valueOf } from '../../signin/fieldOf';
import { PasswordInput } from '../../signin/PasswordInput';
import { CodeInput } from '../factors/CodeInput';

/** Asks who is at it, before something that changes how they sign in. */
export function ProofDialog(props: {
  security: Security;
  onProven: () => void;
  onClose: () => void;
}) {
  const { security, onProven, onClose } = props;
  const { t } = useTranslationRef(securityTranslationRef);
  const api = useApi(securityApiRef);
  const hasPasskey = security.authenticators.some(
    ({ kind }) => kind === 'passkey',
  );
  const { run, isRunning, error } = useAction(
    useCallback(
      async (proof: Proof | 'passkey') => {
        await api.reauthenticate(
          proof === 'passkey' ? await provePasskey(api) : proof,
        );
        onProven();
      },
      [api, onProven],
    ),
  );

  const submit = (form: HTMLFormElement) =>
    run(
      security.hasPassword
        ? { password: fieldOf(form, 'password').value }
        : { code: valueOf(form, 'code') },
    );

  return (
    <FormDialog
      title={t('proof.title')}
      action={t('proof.confirm')}
      otherAction={
        hasPasskey && (
          <Button
            variant="secondary"
            isDisabled={isRunning}
            onPress={() => run('passkey')}
          >
            {t('proof.usePasskey')}
          </Button>
        )
      }
      isRunning={isRunning}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text as="p">{t('proof.lead')}</Text>
      {security.hasPassword ? (
        <PasswordInput
          label={t('proof.password')}
          autoComplete="current-password"
        />
      ) : (
        <CodeInput label={t('proof.code')} />
      )}
      {error && <ProofProblem error={error} />}
    </FormDialog>
  );
}

function ProofProblem(props: { error: Error }) {
  const { error } = props;
  const { t } = useTranslationRef(securityTranslationRef);
  if (error instanceof PasskeyCancelled) {
    return (
      <Alert
        role="alert"
        status="warning"
        icon
        title={t('challenge.cancelled.title')}
      />
    );
  }
  if (error instanceof PortalError && error.status === 401) {
    return (
      <Alert role="alert" status="danger" icon title={t('proof.failed')} />
    );
  }
  return <ErrorPanel error={error} />;
}

async function provePasskey(
  api: Pick<SecurityClient, 'beginReauthentication'>,
): Promise<Proof> {
  const { passkey } = await api.beginReauthentication();
  return { passkey: await signWithPasskey(passkey!) };
}
