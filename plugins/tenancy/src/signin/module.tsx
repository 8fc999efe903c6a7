import { createFetchApi, FetchMiddlewares } from '@backstage/core-app-api';
import {
  ApiBlueprint,
  configApiRef,
  createFrontendModule,
  discoveryApiRef,
  fetchApiRef,
  identityApiRef,
} from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';
import {
  refusedTokenMiddleware,
  SessionMonitor,
  sessionMonitorApiRef,
} from '../session';

const signInPage = SignInPageBlueprint.make({
  params: {
    loader: async () => (await import('./SignInPage')).SignInPage,
  },
});

const sessionMonitorApi = ApiBlueprint.make({
  name: 'session-monitor',
  params: define =>
    define({
      api: sessionMonitorApiRef,
      deps: {},
      factory: () => new SessionMonitor(),
    }),
});

// Takes the place of the app's own fetch, to learn when the token is refused.
const fetchApi = ApiBlueprint.make({
  name: 'fetch',
  params: define =>
    define({
      api: fetchApiRef,
      deps: {
        config: configApiRef,
        identityApi: identityApiRef,
        discoveryApi: discoveryApiRef,
        monitor: sessionMonitorApiRef,
      },
      factory: ({ config, identityApi, discoveryApi, monitor }) =>
        createFetchApi({
          middleware: [
            FetchMiddlewares.resolvePluginProtocol({ discoveryApi }),
            FetchMiddlewares.injectIdentityAuth({ identityApi, config }),
            refusedTokenMiddleware(monitor),
          ],
        }),
    }),
});

/** Sign-in with e-mail and password, in front of the whole app. */
export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [signInPage, sessionMonitorApi, fetchApi],
});
