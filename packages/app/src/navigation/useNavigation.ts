import { usePermission } from '@backstage/plugin-permission-react';
import { costsReadPermission } from '@freehold/plugin-costs-common';
import {
  priceBookReadPermission,
  siteOrderPermission,
} from '@freehold/plugin-sites-common';
import {
  auditReadPermission,
  BUSINESS_TENANT,
  customerListPermission,
  mailReadPermission,
  memberManagePermission,
} from '@freehold/plugin-tenancy-common';
import { useMe, type Me } from '@freehold/plugin-tenancy-react';
import { useUnreadCount } from '../notifications/hooks/useNotifications';
import { navigationEntries, type NavigationEntry } from './entries';

/** Who is signed in and where they can go. */
export function useNavigation(): {
  me: Me | undefined;
  unreadCount: number;
  entries: NavigationEntry[];
} {
  const { me } = useMe();
  const { allowed: canOrder } = usePermission({
    permission: siteOrderPermission,
    resourceRef: me?.tenant,
  });
  const { allowed: canListCustomers } = usePermission({
    permission: customerListPermission,
  });
  const { allowed: canManageStaff } = usePermission({
    permission: memberManagePermission,
    resourceRef: BUSINESS_TENANT,
  });
  const { allowed: canReadAudit } = usePermission({
    permission: auditReadPermission,
    resourceRef: me?.tenant,
  });
  const { allowed: canReadMail } = usePermission({
    permission: mailReadPermission,
  });
  const { allowed: canReadPrices } = usePermission({
    permission: priceBookReadPermission,
  });
  const { allowed: canReadCosts } = usePermission({
    permission: costsReadPermission,
    resourceRef: me?.tenant,
  });
  const unreadCount = useUnreadCount();
  const may = {
    canOrder,
    canListCustomers,
    canManageStaff,
    canReadAudit,
    canReadMail,
    canReadPrices,
    canReadCosts,
  };
  return {
    me,
    unreadCount,
    entries: navigationEntries({ me, ...may, unreadCount }),
  };
}
