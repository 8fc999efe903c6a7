import type { ResourcePermission } from '@backstage/plugin-permission-common';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  deploymentApprovePermission,
  deploymentControlPermission,
  deploymentRescuePermission,
  driftAcceptPermission,
  siteDeletePermission,
  siteSuspendPermission,
  siteUpdatePermission,
  stateChangePermission,
  stateReadPermission,
} from '@freehold/plugin-sites-common';

/** What the reader may do with a site and its deployments. */
export function useSitePermissions(customer: string, siteId: string) {
  const resourceRef = `${customer}/${siteId}`;
  const useOfSite = (permission: ResourcePermission) =>
    usePermission({ permission, resourceRef });
  const update = useOfSite(siteUpdatePermission);
  const suspend = useOfSite(siteSuspendPermission);
  const remove = useOfSite(siteDeletePermission);
  return {
    loading: update.loading || suspend.loading || remove.loading,
    canUpdate: update.allowed,
    canSuspend: suspend.allowed,
    canDelete: remove.allowed,
    canControl: useOfSite(deploymentControlPermission).allowed,
    canApprove: useOfSite(deploymentApprovePermission).allowed,
    canRescue: useOfSite(deploymentRescuePermission).allowed,
    canAcceptDrift: useOfSite(driftAcceptPermission).allowed,
    canReadState: useOfSite(stateReadPermission).allowed,
    canChangeState: useOfSite(stateChangePermission).allowed,
  };
}
