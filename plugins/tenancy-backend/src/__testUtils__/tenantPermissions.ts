import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { IS_OF_TENANT } from '@freehold/plugin-tenancy-node';

/** Allows staff everything everywhere, and members everything in their own. */
export const tenantPermissions = mockServices.permissions.mock({
  authorize: async (queries, { credentials }: any) =>
    queries.map(() => ({
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
            pluginId: 'tenancy',
            resourceType: permission.resourceType,
            conditions: {
              resourceType: permission.resourceType,
              rule: IS_OF_TENANT,
              params: { tenant },
            },
          };
    }),
});

function tenantOf(credentials: BackstageCredentials<any>): string {
  const { principal } = credentials;
  return principal.type === 'service'
    ? 'default'
    : principal.userEntityRef.split(/[:/]/)[1];
}
