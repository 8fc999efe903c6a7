import { usePermission } from '@backstage/plugin-permission-react';
import {
  costsAllocationChangePermission,
  costsImportPermission,
  costsImportReadPermission,
  costsReadPermission,
  costsViewSavePermission,
  costsTagPolicyReadPermission,
  costsTagPolicyUpdatePermission,
} from '@freehold/plugin-costs-common';
import { useMe } from '@freehold/plugin-tenancy-react';

/** Who reads, and what of costs they may see and do. */
export function useReader() {
  const { me } = useMe();
  const read = usePermission({
    permission: costsReadPermission,
    resourceRef: me?.tenant,
  });
  const saveViews = usePermission({
    permission: costsViewSavePermission,
    resourceRef: me?.tenant,
  });
  const readImports = usePermission({ permission: costsImportReadPermission });
  const bringIn = usePermission({ permission: costsImportPermission });
  const readPolicy = usePermission({
    permission: costsTagPolicyReadPermission,
  });
  const changePolicy = usePermission({
    permission: costsTagPolicyUpdatePermission,
  });
  const allocate = usePermission({
    permission: costsAllocationChangePermission,
  });
  return {
    me,
    loading: !me || read.loading || readImports.loading,
    isStaff: me?.kind === 'staff',
    canRead: read.allowed,
    canSaveViews: saveViews.allowed,
    canReadImports: readImports.allowed,
    canImport: bringIn.allowed,
    canReadTagPolicy: readPolicy.allowed,
    canChangeTagPolicy: changePolicy.allowed,
    canAllocate: allocate.allowed,
  };
}
