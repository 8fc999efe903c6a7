import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  identityApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { SITE_ID_ANNOTATION } from '@freehold/plugin-sites-common';
import { CUSTOMER_GROUP_TYPE } from '@freehold/plugin-tenancy-common';
import { CustomerSectionBlueprint } from '@freehold/plugin-tenancy-react';
import { RiPieChart2Line } from '@remixicon/react';
import { CostsClient, costsApiRef } from './api';
import {
  allocationRouteRef,
  allocationVersionsRouteRef,
  chargesRouteRef,
  importRouteRef,
  importsRouteRef,
  markupsRouteRef,
  periodsRouteRef,
  reconciliationRouteRef,
  rootRouteRef,
  tagPolicyRouteRef,
  tagsRouteRef,
  simulationRouteRef,
  unallocatedRouteRef,
} from './routes';

const costsApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: costsApiRef,
      deps: {
        discoveryApi: discoveryApiRef,
        fetchApi: fetchApiRef,
        identityApi: identityApiRef,
      },
      factory: options => new CostsClient(options),
    }),
});

const costsPage = PageBlueprint.make({
  params: {
    path: '/costs',
    title: 'Costs',
    icon: <RiPieChart2Line />,
    routeRef: rootRouteRef,
    noHeader: true,
    loader: () =>
      import('./components/CostsRouter').then(m => <m.CostsRouter />),
  },
});

const siteCost = EntityCardBlueprint.make({
  name: 'site',
  params: {
    type: 'content',
    filter: entity =>
      Boolean(entity.metadata.annotations?.[SITE_ID_ANNOTATION]),
    loader: () =>
      import('./components/EntityCost/EntityCost').then(m => <m.EntityCost />),
  },
});

const customerCost = EntityCardBlueprint.make({
  name: 'customer',
  params: {
    type: 'content',
    filter: { kind: 'group', 'spec.type': CUSTOMER_GROUP_TYPE },
    loader: () =>
      import('./components/EntityCost/EntityCost').then(m => <m.EntityCost />),
  },
});

/** On the page where staff look after a customer. */
const customerSection = CustomerSectionBlueprint.make({
  name: 'cost',
  params: {
    loader: () =>
      import('./components/EntityCost/CustomerCost').then(m => m.CustomerCost),
  },
});

/** What sites cost: dashboard, charges, imports. */
export const costsPlugin = createFrontendPlugin({
  pluginId: 'costs',
  title: 'Costs',
  icon: <RiPieChart2Line />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    charges: chargesRouteRef,
    imports: importsRouteRef,
    markups: markupsRouteRef,
    import: importRouteRef,
    periods: periodsRouteRef,
    reconciliation: reconciliationRouteRef,
    tags: tagsRouteRef,
    tagPolicy: tagPolicyRouteRef,
    allocation: allocationRouteRef,
    simulation: simulationRouteRef,
    unallocated: unallocatedRouteRef,
    allocationVersions: allocationVersionsRouteRef,
  },
  extensions: [costsApi, costsPage, siteCost, customerCost, customerSection],
});
