import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
  TextField,
} from '@backstage/ui';
import { ErrorPanel } from '@freehold/plugin-tenancy-react';
import { useCallback, useState, type FormEvent } from 'react';
import { tenancyApiRef, type NewEmail } from '../../api';
import { useMutation } from '../../hooks';
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
  const { run, isRunning, error } = useMutation(
    useCallback((input: NewEmail) => api.changeEmail(input), [api]),
  );

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await run({ newEmail: newEmail.trim(), password })) onAsked();
  };

  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={480}>
      <form onSubmit={submit}>
        <DialogHeader>{t('account.changeTitle')}</DialogHeader>
        <DialogBody>
          <Flex direction="column" gap="4">
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
            {error && <ErrorPanel title={t('account.failed')} error={error} />}
          </Flex>
        </DialogBody>
        <DialogFooter>
          <Button slot="close" variant="secondary">
            {t('account.cancel')}
          </Button>
          <Button type="submit" variant="primary" isPending={isRunning}>
            {t('account.submit')}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
