import { createBackendModule } from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { tenantDirectoryServiceRef } from '@freehold/plugin-tenancy-node';
import { TenancyPermissionPolicy } from './TenancyPermissionPolicy';

/** Sets the portal's permission policy. */
export const permissionModuleTenancy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'tenancy',
  register(reg) {
    reg.registerInit({
      deps: {
        policy: policyExtensionPoint,
        directory: tenantDirectoryServiceRef,
      },
      async init({ policy, directory }) {
        policy.setPolicy(TenancyPermissionPolicy.create(directory));
      },
    });
  },
});
