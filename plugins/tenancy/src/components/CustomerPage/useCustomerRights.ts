import { usePermission } from '@backstage/plugin-permission-react';
import {
  customerDeactivatePermission,
  customerSuspendPermission,
  customerUpdatePermission,
  viewingStartPermission,
} from '@freehold/plugin-tenancy-common';

/** What the reader may do to a customer as a whole. */
export function useCustomerRights(customer: string): {
  canEdit: boolean;
  canView: boolean;
  canSuspend: boolean;
  canDeactivate: boolean;
} {
  const resourceRef = customer;
  const edit = usePermission({
    permission: customerUpdatePermission,
    resourceRef,
  });
  const view = usePermission({
    permission: viewingStartPermission,
    resourceRef,
  });
  const suspend = usePermission({
    permission: customerSuspendPermission,
    resourceRef,
  });
  const deactivate = usePermission({
    permission: customerDeactivatePermission,
    resourceRef,
  });
  return {
    canEdit: edit.allowed,
    canView: view.allowed,
    canSuspend: suspend.allowed,
    canDeactivate: deactivate.allowed,
  };
}
