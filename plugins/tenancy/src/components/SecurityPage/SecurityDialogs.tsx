import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Dialog, DialogBody, DialogHeader, Flex, Text } from '@backstage/ui';
import { securityTranslationRef } from '../../securityTranslation';
import { securityApiRef, type Enrolled, type Security } from '../../session';
import { PasskeyEnrolment } from '../factors/PasskeyEnrolment';
import { RecoveryCodes } from '../factors/RecoveryCodes';
import { TotpEnrolment } from '../factors/TotpEnrolment';
import { ConfirmDialog } from './ConfirmDialog';
import { ProofDialog } from './ProofDialog';
import type { SecurityDialogsState } from './useSecurityDialogs';

/** Renders the open dialog and moves on from one to the next. */
export function SecurityDialogs(props: {
  security: Security | undefined;
  dialogs: SecurityDialogsState;
}) {
  const { security, dialogs } = props;
  const { dialog, close, changed, open } = dialogs;
  const { t } = useTranslationRef(securityTranslationRef);
  const api = useApi(securityApiRef);
  const showCodes = (codes: string[] | undefined) => {
    changed();
    if (codes) {
      open({ name: 'codes', codes });
    } else {
      close();
    }
  };
  const finish = ({ recoveryCodes }: Enrolled) => showCodes(recoveryCodes);

  if (!security) return null;
  if (dialogs.isProofNeeded) {
    return (
      <ProofDialog
        security={security}
        onProven={dialogs.proven}
        onClose={close}
      />
    );
  }
  switch (dialog?.name) {
    case 'addTotp':
      return (
        <Frame title={t('page.factors.addTotp')} onClose={close}>
          <TotpEnrolment client={api} onDone={finish} />
        </Frame>
      );
    case 'addPasskey':
      return (
        <Frame title={t('page.factors.addPasskey')} onClose={close}>
          <PasskeyEnrolment client={api} onDone={finish} />
        </Frame>
      );
    case 'codes':
      return (
        <Frame title={t('recovery.title')} onClose={close}>
          <Flex direction="column" gap="4">
            <Text as="p">{t('recovery.lead')}</Text>
            <RecoveryCodes codes={dialog.codes} onKept={close} />
          </Flex>
        </Frame>
      );
    case 'remove':
      return (
        <ConfirmDialog
          title={t('removal.title', { name: dialog.authenticator.name })}
          consequence={
            security.authenticators.length === 1
              ? t('removal.last')
              : t('removal.consequence')
          }
          action={t('removal.action')}
          failed={t('removal.failed')}
          isDestructive
          onConfirm={() => api.removeAuthenticator(dialog.authenticator.id)}
          onDone={() => showCodes(undefined)}
          onClose={close}
        />
      );
    case 'unlink':
      return (
        <ConfirmDialog
          title={t('unlinking.title', {
            name: dialog.identity.label ?? dialog.identity.providerName,
          })}
          consequence={t('unlinking.consequence')}
          action={t('unlinking.action')}
          failed={t('unlinking.failed')}
          isDestructive
          onConfirm={() => api.removeIdentity(dialog.identity.id)}
          onDone={() => showCodes(undefined)}
          onClose={close}
        />
      );
    case 'renewCodes':
      return (
        <ConfirmDialog
          title={t('renewal.title')}
          consequence={t('renewal.consequence')}
          action={t('renewal.action')}
          failed={t('renewal.failed')}
          onConfirm={() => api.createRecoveryCodes()}
          onDone={showCodes}
          onClose={close}
        />
      );
    default:
      return null;
  }
}

function Frame(props: {
  title: string;
  onClose: () => void;
  children: React.ReactNode;
}) {
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && props.onClose()}
      width={520}
    >
      <DialogHeader>{props.title}</DialogHeader>
      <DialogBody>{props.children}</DialogBody>
    </Dialog>
  );
}
