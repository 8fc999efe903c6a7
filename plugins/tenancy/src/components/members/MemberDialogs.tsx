import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import { ConfirmByName, useMe } from '@freehold/plugin-tenancy-react';
import { accessTranslationRef } from '../../accessTranslation';
import { tenancyApiRef, type Member, type PasswordLink } from '../../api';
import { loadPage } from '../../session/loadPage';
import { tenancyTranslationRef } from '../../translation';
import { InviteMemberDialog } from '../invitations/InviteMemberDialog';
import { AddMemberDialog } from './AddMemberDialog';
import { ChangeRoleDialog } from './ChangeRoleDialog';
import type { MemberAction } from './MemberActions';
import { LockDialog } from './LockDialog';
import { NewLinkDialog } from './NewLinkDialog';
import { PasswordLinkDialog } from './PasswordLinkDialog';

/** The dialog that is open over the members, if any. */
export type OpenDialog =
  | { name: 'add' }
  | { name: 'invite' }
  | { name: MemberAction; member: Member }
  | { name: 'made'; member: Member; link: PasswordLink };

/** Renders the open dialog and moves on from one to the next. */
export function MemberDialogs(props: {
  customer: string;
  open: OpenDialog | undefined;
  setOpen: (open: OpenDialog | undefined) => void;
  canMakeOwners: boolean;
  onChanged: () => void;
  onInvited: () => void;
}) {
  const { customer, open, setOpen, canMakeOwners, onChanged } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const { t: access } = useTranslationRef(accessTranslationRef);
  const api = useApi(tenancyApiRef);
  const { me } = useMe();
  const close = () => setOpen(undefined);
  const finish = () => {
    close();
    onChanged();
  };

  switch (open?.name) {
    case 'add':
      return (
        <AddMemberDialog
          customer={customer}
          canMakeOwners={canMakeOwners}
          onClose={close}
          onAdded={({ member, passwordLink: link }) => {
            onChanged();
            setOpen(link && { name: 'made', member, link });
          }}
        />
      );
    case 'invite':
      return (
        <InviteMemberDialog
          customer={customer}
          canMakeOwners={canMakeOwners}
          onClose={close}
          onInvited={() => {
            close();
            props.onInvited();
          }}
        />
      );
    case 'role':
      return (
        <ChangeRoleDialog
          member={open.member}
          canMakeOwners={canMakeOwners}
          onClose={close}
          onChanged={finish}
        />
      );
    case 'link':
      return (
        <NewLinkDialog
          member={open.member}
          onClose={close}
          onCreated={link =>
            setOpen({ name: 'made', member: open.member, link })
          }
        />
      );
    case 'lock':
      return (
        <LockDialog
          member={open.member}
          canReset={me?.kind === 'staff' && me.role === 'operator'}
          onClose={close}
        />
      );
    case 'made':
      return (
        <PasswordLinkDialog
          member={open.member}
          link={open.link}
          onClose={close}
        />
      );
    case 'handOver':
      return (
        <ConfirmByName
          isOpen
          onClose={close}
          title={access('handOver.title', { name: open.member.displayName })}
          consequence={access('handOver.consequence', {
            name: open.member.displayName,
          })}
          name={open.member.displayName}
          action={access('handOver.action')}
          onConfirm={async () => {
            await api.handOverOwnership(customer, open.member.name);
            // The reader's own role is another one now, on every page.
            loadPage();
          }}
        />
      );
    case 'remove':
      return (
        <ConfirmByName
          isOpen
          onClose={close}
          title={t('removal.title', { name: open.member.displayName })}
          consequence={t('removal.consequence', {
            name: open.member.displayName,
          })}
          name={open.member.displayName}
          action={
            customer === BUSINESS_TENANT
              ? t('staff.removeAction')
              : t('removal.action')
          }
          onConfirm={async () => {
            await api.removeMember(customer, open.member.name);
            onChanged();
          }}
        />
      );
    default:
      return null;
  }
}
