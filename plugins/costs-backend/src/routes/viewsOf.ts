import type {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import { nameOfCaller, type TenantScope } from '@freehold/plugin-tenancy-node';
import type { ViewsOf } from '../database/ViewsStore';

/** Whose saved views a caller works with: staff share theirs with staff. */
export function viewsOf(
  credentials: BackstageCredentials<
    BackstageUserPrincipal | BackstageServicePrincipal
  >,
  scope: TenantScope,
): ViewsOf {
  return {
    tenant: scope.all ? BUSINESS_TENANT : scope.tenant,
    person: nameOfCaller(credentials),
  };
}
