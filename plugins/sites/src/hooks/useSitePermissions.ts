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
  const update = usePermission({
    permission: siteUpdatePermission,
    resourceRef,
  });
  const suspend = usePermission({
    permission: siteSuspendPermission,
    resourceRef,
  });
  const remove = usePermission({
    permission: siteDeletePermission,
    resourceRef,
  });
  const control = usePermission({
    permission: deploymentControlPermission,
    resourceRef,
  });
  const approve = usePermission({
    permission: deploymentApprovePermission,
    resourceRef,
  });
  const rescue = usePermission({
    permission: deploymentRescuePermission,
    resourceRef,
  });
  const acceptDrift = usePermission({
    permission: driftAcceptPermission,
    resourceRef,
  });
  const readState = usePermission({
    permission: stateReadPermission,
    resourceRef,
  });
  const changeState = usePermission({
    permission: stateChangePermission,
    resourceRef,
  });
  return {
    loading: update.loading || suspend.loading || remove.loading,
    canUpdate: update.allowed,
    canSuspend: suspend.allowed,
    canDelete: remove.allowed,
    canControl: control.allowed,
    canApprove: approve.allowed,
    canRescue: rescue.allowed,
    canAcceptDrift: acceptDrift.allowed,
    canReadState: readState.allowed,
    canChangeState: changeState.allowed,
  };
}
