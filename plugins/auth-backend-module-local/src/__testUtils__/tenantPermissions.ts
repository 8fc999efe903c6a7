import { mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { IS_OF_TENANT } from '@freehold/plugin-tenancy-node';

/** Allows staff everything everywhere, and members everything in their own. */
export const tenantPermissionsFactory = mockServices.permissions.mock({
  authorizeConditional: async (queries, { credentials }: any) =>
    queries.map(({ permission }): PolicyDecision => {
      const tenant = credentials.principal.userEntityRef.split(/[:/]/)[1];
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
}).factory;
