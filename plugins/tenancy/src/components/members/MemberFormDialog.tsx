import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  TextField,
} from '@backstage/ui';
import type { Role } from '@freehold/plugin-tenancy-common';
import { ErrorPanel } from '@freehold/plugin-tenancy-react';
import { useState, type FormEvent, type ReactNode } from 'react';
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
  const { tenant, canMakeOwners, isRunning, error, onClose } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>(usualRoleOf(tenant));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSubmit({ email: email.trim(), role });
  };

  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={480}>
      <form onSubmit={submit}>
        <DialogHeader>{props.title}</DialogHeader>
        <DialogBody>
          <Flex direction="column" gap="4">
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
            {error && <ErrorPanel title={props.errorTitle} error={error} />}
          </Flex>
        </DialogBody>
        <DialogFooter>
          <Button slot="close" variant="secondary">
            {t('memberForm.cancel')}
          </Button>
          <Button type="submit" variant="primary" isPending={isRunning}>
            {props.submitLabel}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
