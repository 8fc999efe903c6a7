import { usePermission } from '@backstage/plugin-permission-react';
import { memberManagePermission } from '@freehold/plugin-tenancy-common';
import {
  useListQuery,
  type ListQueryState,
} from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import { useInvitations, useMembers } from '../../hooks';
import type { OpenDialog } from './MemberDialogs';

const NO_FILTERS = [] as const;

/** A page's view of a customer's members: list, rights and open dialog. */
export interface MembersState {
  tenant: string;
  list: ListQueryState<never>;
  members: ReturnType<typeof useMembers>;
  invitations: ReturnType<typeof useInvitations>;
  canManage: boolean;
  dialog: OpenDialog | undefined;
  setDialog: (dialog: OpenDialog | undefined) => void;
}

/** Kept by the page, since its header has the button that adds a member. */
export function useMembersState(customer: string): MembersState {
  const list = useListQuery<never>({
    filters: NO_FILTERS,
    defaultSort: 'name',
  });
  const { search, offset, limit } = list.query;
  const members = useMembers(customer, {
    search: search || undefined,
    offset,
    limit,
  });
  const { allowed: canManage } = usePermission({
    permission: memberManagePermission,
    resourceRef: customer,
  });
  const invitations = useInvitations(customer, canManage);
  const [dialog, setDialog] = useState<OpenDialog>();
  return {
    tenant: customer,
    list,
    members,
    invitations,
    canManage,
    dialog,
    setDialog,
  };
}
