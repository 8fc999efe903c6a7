import {
  coreServices,
  createServiceFactory,
  type BackstageCredentials,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { IS_OF_TENANT } from '../access';

/**
 * Permission decisions of the shape that the portal's policy makes: staff may do
 * everything, a customer's people what is their own customer's. For tests.
 *
 * @param pluginId - the plugin whose permissions are asked for
 */
export function createTenantPermissions(pluginId: string) {
  const service: PermissionsService = {
    authorize: async (requests, { credentials }: any) =>
      requests.map(() => ({
        result:
          tenantOf(credentials) === 'default'
            ? AuthorizeResult.ALLOW
            : AuthorizeResult.DENY,
      })),
    authorizeConditional: async (queries, { credentials }: any) =>
      queries.map(({ permission }): PolicyDecision => {
        const tenant = tenantOf(credentials);
        return tenant === 'default'
          ? { result: AuthorizeResult.ALLOW }
          : {
              result: AuthorizeResult.CONDITIONAL,
              pluginId,
              resourceType: permission.resourceType,
              conditions: {
                resourceType: permission.resourceType,
                rule: IS_OF_TENANT,
                params: { tenant },
              },
            };
      }),
  };
  return createServiceFactory({
    service: coreServices.permissions,
    deps: {},
    factory: () => service,
  });
}

function tenantOf({ principal }: BackstageCredentials<any>): string {
  return principal.type === 'service'
    ? 'default'
    : principal.userEntityRef.split(/[:/]/)[1];
}
