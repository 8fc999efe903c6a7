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
import { BUSINESS_TENANT, type Role } from '@freehold/plugin-tenancy-common';
import { ErrorPanel } from '@freehold/plugin-tenancy-react';
import { useCallback, useState, type FormEvent } from 'react';
import { tenancyApiRef, type NewInvitation } from '../../api';
import { useMutation } from '../../hooks';
import { tenancyTranslationRef } from '../../translation';
import { RolePicker } from '../members/RolePicker';
import { usualRoleOf } from '../members/rolesOf';

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
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>(usualRoleOf(customer));
  const { run, isRunning, error } = useMutation(
    useCallback(
      (input: NewInvitation) => api.inviteMember(customer, input),
      [api, customer],
    ),
  );

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await run({ email: email.trim(), role })) onInvited();
  };

  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={480}>
      <form onSubmit={submit}>
        <DialogHeader>
          {customer === BUSINESS_TENANT
            ? t('staff.inviteTitle')
            : t('invitations.inviteTitle')}
        </DialogHeader>
        <DialogBody>
          <Flex direction="column" gap="4">
            <Text as="p" color="secondary">
              {t('invitations.lead')}
            </Text>
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
              <ErrorPanel title={t('invitations.failed')} error={error} />
            )}
          </Flex>
        </DialogBody>
        <DialogFooter>
          <Button slot="close" variant="secondary">
            {t('memberForm.cancel')}
          </Button>
          <Button type="submit" variant="primary" isPending={isRunning}>
            {t('invitations.submit')}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
