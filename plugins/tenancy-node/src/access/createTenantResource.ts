import {
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { z } from 'zod';

/** What the rule looks at: the tenant a thing belongs to. */
export interface TenantOwned {
  tenant: string;
}

/** Name of the one rule that every tenant-owned resource type has. */
export const IS_OF_TENANT = 'IS_OF_TENANT';

/**
 * Declares a resource type whose objects each belong to one tenant, with the
 * one rule the permission policy narrows customers' decisions by. Register it
 * with `permissionsRegistry.addResourceType(...)`.
 *
 * A resource ref is `<tenant>` or `<tenant>/<id>`, so that deciding needs no
 * look-up and a decision tells nothing about what exists.
 */
export function createTenantResource(options: {
  pluginId: string;
  resourceType: string;
}) {
  const resourceRef = createPermissionResourceRef<
    TenantOwned,
    TenantOwned
  >().with(options);
  const rule = createPermissionRule({
    name: IS_OF_TENANT,
    description: 'Allow what belongs to the given tenant',
    resourceRef,
    paramsSchema: z.object({
      tenant: z.string().describe('Slug of the customer'),
    }),
    apply: (resource, { tenant }) => resource.tenant === tenant,
    toQuery: ({ tenant }) => ({ tenant }),
  });
  return {
    resourceRef,
    rules: [rule],
    getResources: async (refs: string[]): Promise<TenantOwned[]> =>
      refs.map(ref => ({ tenant: ref.split('/')[0] })),
  };
}
