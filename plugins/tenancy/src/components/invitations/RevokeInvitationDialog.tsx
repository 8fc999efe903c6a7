import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
} from '@backstage/ui';
import { ErrorPanel } from '@freehold/plugin-tenancy-react';
import { useCallback } from 'react';
import { tenancyApiRef, type Invitation } from '../../api';
import { useMutation } from '../../hooks';
import { tenancyTranslationRef } from '../../translation';

/** Asks before a link that is on its way stops working. */
export function RevokeInvitationDialog(props: {
  invitation: Invitation;
  onRevoked: () => void;
  onClose: () => void;
}) {
  const { invitation, onRevoked, onClose } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const api = useApi(tenancyApiRef);
  const { run, isRunning, error } = useMutation(
    useCallback(async () => {
      await api.revokeInvitation(invitation.tenant, invitation.id);
      onRevoked();
      onClose();
    }, [api, invitation, onRevoked, onClose]),
  );
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={480}>
      <DialogHeader>
        {t('invitations.revokeTitle', { email: invitation.email })}
      </DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          <Text as="p">{t('invitations.revokeConsequence')}</Text>
          {error && (
            <ErrorPanel title={t('invitations.revokeFailed')} error={error} />
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button slot="close" variant="secondary">
          {t('invitations.keep')}
        </Button>
        <Button
          variant="primary"
          destructive
          isPending={isRunning}
          onPress={() => run()}
        >
          {t('invitations.revoke')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
