import {
  ApiBlueprint,
  createFrontendPlugin,
  createRouteRef,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { searchApiRef } from '@backstage/plugin-search-react';
import { RiSearchLine } from '@remixicon/react';
import { SearchClient } from './api/SearchClient';

const searchRouteRef = createRouteRef();

const searchApi = ApiBlueprint.make({
  params: define =>
    define({
      api: searchApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new SearchClient(deps),
    }),
});

const searchPage = PageBlueprint.make({
  params: {
    path: '/search',
    title: 'Search',
    icon: <RiSearchLine />,
    routeRef: searchRouteRef,
    noHeader: true,
    loader: async () => {
      const { SearchPage } = await import('./components/SearchPage');
      return <SearchPage />;
    },
  },
});

/** Finds what the reader may see. */
export const searchPlugin = createFrontendPlugin({
  pluginId: 'search',
  title: 'Search',
  extensions: [searchApi, searchPage],
  routes: { root: searchRouteRef },
});
