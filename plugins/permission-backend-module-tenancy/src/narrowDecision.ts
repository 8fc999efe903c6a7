import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isResourcePermission,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createScaffolderActionConditionalDecision,
  createScaffolderTaskConditionalDecision,
  scaffolderActionConditions,
  scaffolderTaskConditions,
} from '@backstage/plugin-scaffolder-backend/alpha';
import {
  RESOURCE_TYPE_SCAFFOLDER_ACTION,
  RESOURCE_TYPE_SCAFFOLDER_TASK,
} from '@backstage/plugin-scaffolder-common/alpha';
import { BUSINESS_TENANT, PUBLIC_LABEL } from '@freehold/plugin-tenancy-common';
import {
  IS_OF_TENANT,
  type Membership,
  type Reach,
} from '@freehold/plugin-tenancy-node';

/** Id of the scaffolder action that orders a site. */
export const ORDER_ACTION = 'freehold:site:order';

const deny: PolicyDecision = { result: AuthorizeResult.DENY };

/** Turns a grant's reach into a decision for one member. */
export function narrowDecision(
  reach: Reach,
  permission: Permission,
  membership: Membership,
): PolicyDecision {
  switch (reach) {
    case 'everything':
      return { result: AuthorizeResult.ALLOW };
    case 'own tenant':
      return ownTenant(permission, membership);
    case 'own and public entities':
      return ownAndPublicEntities(permission, membership);
    case 'own tasks':
      return isResourcePermission(permission, RESOURCE_TYPE_SCAFFOLDER_TASK)
        ? createScaffolderTaskConditionalDecision(
            permission,
            scaffolderTaskConditions.isTaskOwner({
              createdBy: [membership.userEntityRef],
            }),
          )
        : deny;
    case 'ordering':
      return isResourcePermission(permission, RESOURCE_TYPE_SCAFFOLDER_ACTION)
        ? createScaffolderActionConditionalDecision(
            permission,
            scaffolderActionConditions.hasActionId({ actionId: ORDER_ACTION }),
          )
        : deny;
    default:
      return deny;
  }
}

function ownTenant(
  permission: Permission,
  { tenant }: Membership,
): PolicyDecision {
  if (!isResourcePermission(permission)) {
    return deny;
  }
  const { name, resourceType } = permission;
  return {
    result: AuthorizeResult.CONDITIONAL,
    // Names of permissions of ours start with their plugin's id.
    pluginId: name.split('.')[0],
    resourceType,
    conditions: { rule: IS_OF_TENANT, resourceType, params: { tenant } },
  };
}

function ownAndPublicEntities(
  permission: Permission,
  { tenant }: Membership,
): PolicyDecision {
  if (!isResourcePermission(permission, RESOURCE_TYPE_CATALOG_ENTITY)) {
    return deny;
  }
  const inNamespace = (value: string) =>
    catalogConditions.hasMetadata({ key: 'namespace', value });
  return createCatalogConditionalDecision(permission, {
    anyOf: [
      inNamespace(tenant),
      {
        allOf: [
          inNamespace(BUSINESS_TENANT),
          catalogConditions.hasLabel({ label: PUBLIC_LABEL, value: 'true' }),
        ],
      },
    ],
  });
}
