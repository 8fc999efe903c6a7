import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createOrderSiteAction } from './actions/createOrderSiteAction';
import { SitesClient } from './actions/SitesClient';

/** Lets templates order sites. */
export const scaffolderModuleSites = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'sites',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        discovery: coreServices.discovery,
      },
      async init({ actions, auth, discovery }) {
        actions.addActions(
          createOrderSiteAction(SitesClient.create({ auth, discovery })),
        );
      },
    });
  },
});
