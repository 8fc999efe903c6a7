import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
} from '@backstage/ui';
import type { Role } from '@freehold/plugin-tenancy-common';
import { ErrorPanel } from '@freehold/plugin-tenancy-react';
import { useCallback, useState, type FormEvent } from 'react';
import { tenancyApiRef, type Member } from '../../api';
import { useMutation } from '../../hooks';
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
  const { run, isRunning, error } = useMutation(
    useCallback(
      (next: Role) =>
        api.updateMember(member.customer, member.name, { role: next }),
      [api, member],
    ),
  );

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await run(role)) onChanged();
  };

  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={480}>
      <form onSubmit={submit}>
        <DialogHeader>
          {t('roleForm.title', { name: member.displayName })}
        </DialogHeader>
        <DialogBody>
          <Flex direction="column" gap="4">
            <RolePicker
              tenant={member.customer}
              value={role}
              onChange={setRole}
              canMakeOwners={canMakeOwners}
            />
            <RoleConsequences member={member} role={role} />
            {error && <ErrorPanel title={t('roleForm.failed')} error={error} />}
          </Flex>
        </DialogBody>
        <DialogFooter>
          <Button slot="close" variant="secondary">
            {t('memberForm.cancel')}
          </Button>
          <Button
            type="submit"
            variant="primary"
            isPending={isRunning}
            isDisabled={role === member.role}
          >
            {t('roleForm.submit')}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
