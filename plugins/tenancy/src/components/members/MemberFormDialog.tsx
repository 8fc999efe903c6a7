import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextField } from '@backstage/ui';
import type { Role } from '@freehold/plugin-tenancy-common';
import { FormDialog } from '@freehold/plugin-tenancy-react';
import { useState, type ReactNode } from 'react';
import { tenancyTranslationRef } from '../../translation';
import { RolePicker } from './RolePicker';
import { usualRoleOf } from './rolesOf';

/** Asks for an e-mail address and a role, below whatever else is asked. */
export function MemberFormDialog(props: {
  /** The customer's, or the business's own. */
  tenant: string;
  canMakeOwners: boolean;
  title: string;
  children: ReactNode;
  submitLabel: string;
  isRunning: boolean;
  error?: Error;
  errorTitle: string;
  onSubmit: (entered: { email: string; role: Role }) => void;
  onClose: () => void;
}) {
  const { tenant, canMakeOwners } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>(usualRoleOf(tenant));

  const submit = () => {
    props.onSubmit({ email: email.trim(), role });
  };

  return (
    <FormDialog
      title={props.title}
      action={props.submitLabel}
      isRunning={props.isRunning}
      error={props.error}
      errorTitle={props.errorTitle}
      onSubmit={submit}
      onClose={props.onClose}
    >
      {props.children}
      <TextField
        label={t('memberForm.email')}
        type="email"
        value={email}
        onChange={setEmail}
        autoComplete="off"
        maxLength={254}
        isRequired
        validationBehavior="native"
      />
      <RolePicker
        tenant={tenant}
        value={role}
        onChange={setRole}
        canMakeOwners={canMakeOwners}
      />
    </FormDialog>
  );
}
