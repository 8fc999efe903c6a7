import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { FormDialog, useAction } from '@freehold/plugin-tenancy-react';
import { useCallback } from 'react';
import { tenancyApiRef, type Invitation } from '../../api';
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
  const { run, isRunning, error } = useAction(
    useCallback(async () => {
      await api.revokeInvitation(invitation.tenant, invitation.id);
      onRevoked();
      onClose();
    }, [api, invitation, onRevoked, onClose]),
  );
  return (
    <FormDialog
      title={t('invitations.revokeTitle', { email: invitation.email })}
      action={t('invitations.revoke')}
      dismissal={t('invitations.keep')}
      isDestructive
      isRunning={isRunning}
      error={error}
      errorTitle={t('invitations.revokeFailed')}
      onSubmit={() => run()}
      onClose={onClose}
    >
      <Text as="p">{t('invitations.revokeConsequence')}</Text>
    </FormDialog>
  );
}
