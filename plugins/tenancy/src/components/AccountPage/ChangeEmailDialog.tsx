import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text, TextField } from '@backstage/ui';
import { FormDialog, useAction } from '@freehold/plugin-tenancy-react';
import { useCallback, useState } from 'react';
import { tenancyApiRef, type NewEmail } from '../../api';
import { PasswordInput } from '../../signin/PasswordInput';
import { tenancyTranslationRef } from '../../translation';

/** Asks for the new address, and for the password that shows who asks. */
export function ChangeEmailDialog(props: {
  onAsked: () => void;
  onClose: () => void;
}) {
  const { onAsked, onClose } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const api = useApi(tenancyApiRef);
  const [newEmail, setNewEmail] = useState('');
  const [password, setPassword] = useState('');
  const { run, isRunning, error } = useAction(
    useCallback((input: NewEmail) => api.changeEmail(input), [api]),
  );

  const submit = async () => {
    if (await run({ newEmail: newEmail.trim(), password })) onAsked();
  };

  return (
    <FormDialog
      title={t('account.changeTitle')}
      action={t('account.submit')}
      isRunning={isRunning}
      error={error}
      errorTitle={t('account.failed')}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text as="p" color="secondary">
        {t('account.changeLead')}
      </Text>
      <TextField
        label={t('account.newEmail')}
        type="email"
        value={newEmail}
        onChange={setNewEmail}
        autoComplete="off"
        maxLength={254}
        isRequired
        validationBehavior="native"
      />
      <PasswordInput
        label={t('account.password')}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
    </FormDialog>
  );
}
