import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Role } from '@freehold/plugin-tenancy-common';
import { FormDialog, useAction } from '@freehold/plugin-tenancy-react';
import { useCallback, useState } from 'react';
import { tenancyApiRef, type Member } from '../../api';
import { tenancyTranslationRef } from '../../translation';
import { RoleConsequences } from './RoleConsequences';
import { RolePicker } from './RolePicker';

/** Asks for another role of a member. */
export function ChangeRoleDialog(props: {
  member: Member;
  canMakeOwners: boolean;
  onChanged: () => void;
  onClose: () => void;
}) {
  const { member, canMakeOwners, onChanged, onClose } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const api = useApi(tenancyApiRef);
  const [role, setRole] = useState<Role>(member.role);
  const { run, isRunning, error } = useAction(
    useCallback(
      (next: Role) =>
        api.updateMember(member.customer, member.name, { role: next }),
      [api, member],
    ),
  );

  const submit = async () => {
    if (await run(role)) onChanged();
  };

  return (
    <FormDialog
      title={t('roleForm.title', { name: member.displayName })}
      action={t('roleForm.submit')}
      isDisabled={role === member.role}
      isRunning={isRunning}
      error={error}
      errorTitle={t('roleForm.failed')}
      onSubmit={submit}
      onClose={onClose}
    >
      <RolePicker
        tenant={member.customer}
        value={role}
        onChange={setRole}
        canMakeOwners={canMakeOwners}
      />
      <RoleConsequences member={member} role={role} />
    </FormDialog>
  );
}
