import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextField } from '@backstage/ui';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import { useAction } from '@freehold/plugin-tenancy-react';
import { useCallback, useState } from 'react';
import { tenancyApiRef, type AddedMember, type NewMember } from '../../api';
import { tenancyTranslationRef } from '../../translation';
import { MemberFormDialog } from './MemberFormDialog';

/** Asks who the new member is and what they may do. */
export function AddMemberDialog(props: {
  customer: string;
  canMakeOwners: boolean;
  onAdded: (added: AddedMember) => void;
  onClose: () => void;
}) {
  const { customer, canMakeOwners, onAdded, onClose } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const api = useApi(tenancyApiRef);
  const [displayName, setDisplayName] = useState('');
  const { run, isRunning, error } = useAction(
    useCallback(
      (input: NewMember) => api.addMember(customer, input),
      [api, customer],
    ),
  );

  return (
    <MemberFormDialog
      tenant={customer}
      canMakeOwners={canMakeOwners}
      title={
        customer === BUSINESS_TENANT
          ? t('staff.addTitle')
          : t('memberForm.title')
      }
      submitLabel={t('memberForm.submit')}
      isRunning={isRunning}
      error={error}
      errorTitle={t('memberForm.failed')}
      onSubmit={async entered => {
        const added = await run({
          ...entered,
          displayName: displayName.trim(),
        });
        if (added) onAdded(added);
      }}
      onClose={onClose}
    >
      <TextField
        label={t('memberForm.name')}
        value={displayName}
        onChange={setDisplayName}
        autoComplete="off"
        maxLength={100}
        isRequired
        validationBehavior="native"
      />
    </MemberFormDialog>
  );
}
