import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import { useAction } from '@freehold/plugin-tenancy-react';
import { useCallback } from 'react';
import { tenancyApiRef, type NewInvitation } from '../../api';
import { tenancyTranslationRef } from '../../translation';
import { MemberFormDialog } from '../members/MemberFormDialog';

/** Asks whom to invite, and as what. */
export function InviteMemberDialog(props: {
  customer: string;
  canMakeOwners: boolean;
  onInvited: () => void;
  onClose: () => void;
}) {
  const { customer, canMakeOwners, onInvited, onClose } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const api = useApi(tenancyApiRef);
  const { run, isRunning, error } = useAction(
    useCallback(
      (input: NewInvitation) => api.inviteMember(customer, input),
      [api, customer],
    ),
  );

  return (
    <MemberFormDialog
      tenant={customer}
      canMakeOwners={canMakeOwners}
      title={
        customer === BUSINESS_TENANT
          ? t('staff.inviteTitle')
          : t('invitations.inviteTitle')
      }
      submitLabel={t('invitations.submit')}
      isRunning={isRunning}
      error={error}
      errorTitle={t('invitations.failed')}
      onSubmit={async entered => {
        if (await run(entered)) onInvited();
      }}
      onClose={onClose}
    >
      <Text as="p" color="secondary">
        {t('invitations.lead')}
      </Text>
    </MemberFormDialog>
  );
}
