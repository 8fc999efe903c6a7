import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  TextField,
} from '@backstage/ui';
import { BUSINESS_TENANT, type Role } from '@freehold/plugin-tenancy-common';
import { ErrorPanel } from '@freehold/plugin-tenancy-react';
import { useCallback, useState, type FormEvent } from 'react';
import { tenancyApiRef, type AddedMember, type NewMember } from '../../api';
import { useMutation } from '../../hooks';
import { tenancyTranslationRef } from '../../translation';
import { RolePicker } from './RolePicker';
import { usualRoleOf } from './rolesOf';

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
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>(usualRoleOf(customer));
  const { run, isRunning, error } = useMutation(
    useCallback(
      (input: NewMember) => api.addMember(customer, input),
      [api, customer],
    ),
  );

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const added = await run({
      displayName: displayName.trim(),
      email: email.trim(),
      role,
    });
    if (added) onAdded(added);
  };

  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={480}>
      <form onSubmit={submit}>
        <DialogHeader>
          {customer === BUSINESS_TENANT
            ? t('staff.addTitle')
            : t('memberForm.title')}
        </DialogHeader>
        <DialogBody>
          <Flex direction="column" gap="4">
            <TextField
              label={t('memberForm.name')}
              value={displayName}
              onChange={setDisplayName}
              autoComplete="off"
              maxLength={100}
              isRequired
              validationBehavior="native"
            />
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
              tenant={customer}
              value={role}
              onChange={setRole}
              canMakeOwners={canMakeOwners}
            />
            {error && (
              <ErrorPanel title={t('memberForm.failed')} error={error} />
            )}
          </Flex>
        </DialogBody>
        <DialogFooter>
          <Button slot="close" variant="secondary">
            {t('memberForm.cancel')}
          </Button>
          <Button type="submit" variant="primary" isPending={isRunning}>
            {t('memberForm.submit')}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
