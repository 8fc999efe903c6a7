import { usePermission } from '@backstage/plugin-permission-react';
import { siteOrderPermission } from '@freehold/plugin-sites-common';
import type { Me } from '@freehold/plugin-tenancy-react';

/** Whether the reader may order sites: for themselves, or as staff for any. */
export function useCanOrder(me: Me | undefined): boolean {
  const { allowed } = usePermission({
    permission: siteOrderPermission,
    resourceRef: me?.tenant,
  });
  return allowed;
}
