import {
  ApiBlueprint,
  createFrontendPlugin,
  createRouteRef,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiHome5Line } from '@remixicon/react';
import { homeApiRef } from './api/HomeApi';
import { HomeClient } from './api/HomeClient';

const homeRouteRef = createRouteRef();

const homeApi = ApiBlueprint.make({
  params: define =>
    define({
      api: homeApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new HomeClient(deps),
    }),
});

const homePage = PageBlueprint.make({
  params: {
    path: '/',
    title: 'Home',
    icon: <RiHome5Line />,
    routeRef: homeRouteRef,
    noHeader: true,
    loader: async () => {
      const { HomePage } = await import('./components/HomePage');
      return <HomePage />;
    },
  },
});

/** The first page of the portal. */
export const homePlugin = createFrontendPlugin({
  pluginId: 'home',
  title: 'Home',
  extensions: [homeApi, homePage],
  routes: { root: homeRouteRef },
});
