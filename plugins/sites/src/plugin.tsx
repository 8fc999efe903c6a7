import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  identityApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityContentBlueprint,
  EntityContentLayoutBlueprint,
  EntityHeaderLayoutBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import {
  FormFieldBlueprint,
  scaffolderTemplateOutputsBlueprint,
} from '@backstage/plugin-scaffolder-react/alpha';
import { WEBSITE_TYPE } from '@freehold/plugin-sites-common';
import { RiGlobalLine, RiKey2Line, RiPriceTag3Line } from '@remixicon/react';
import {
  CustomersClient,
  customersApiRef,
  PricesClient,
  pricesApiRef,
  SitesClient,
  sitesApiRef,
} from './api';
import { OrderPlaced } from './formFields/OrderPlaced';
import {
  catalogEntityRouteRef,
  credentialsRouteRef,
  deploymentRouteRef,
  orderTemplateRouteRef,
  priceBookRouteRef,
  pricesRouteRef,
  rootRouteRef,
  siteRouteRef,
} from './routes';

const isWebsite = { kind: 'component', 'spec.type': WEBSITE_TYPE };

const sitesApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: sitesApiRef,
      deps: {
        discoveryApi: discoveryApiRef,
        fetchApi: fetchApiRef,
        identityApi: identityApiRef,
      },
      factory: options => new SitesClient(options),
    }),
});

const customersApi = ApiBlueprint.make({
  name: 'customers',
  params: defineParams =>
    defineParams({
      api: customersApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: options => new CustomersClient(options),
    }),
});

const sitesPage = PageBlueprint.make({
  params: {
    path: '/sites',
    title: 'Sites',
    icon: <RiGlobalLine />,
    routeRef: rootRouteRef,
    noHeader: true,
    loader: () =>
      import('./components/SitesRouter').then(m => <m.SitesRouter />),
  },
});

const credentialsPage = PageBlueprint.make({
  name: 'credentials',
  params: {
    path: '/settings/clouds',
    title: 'Cloud credentials',
    icon: <RiKey2Line />,
    routeRef: credentialsRouteRef,
    noHeader: true,
    loader: () =>
      import('./components/CloudCredentialsPage/CloudCredentialsPage').then(
        m => <m.CloudCredentialsPage />,
      ),
  },
});

const pricesApi = ApiBlueprint.make({
  name: 'prices',
  params: defineParams =>
    defineParams({
      api: pricesApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: options => new PricesClient(options),
    }),
});

const pricesPage = PageBlueprint.make({
  name: 'prices',
  params: {
    path: '/prices',
    title: 'Prices',
    icon: <RiPriceTag3Line />,
    routeRef: pricesRouteRef,
    noHeader: true,
    loader: () =>
      import('./components/PricesPage/PricesRouter').then(m => (
        <m.PricesRouter />
      )),
  },
});

const siteHeader = EntityHeaderLayoutBlueprint.make({
  name: 'site',
  params: {
    filter: isWebsite,
    loader: () =>
      import('./components/SitePage/SiteHeader').then(m => m.SiteHeader),
  },
});

/** Takes the place of the catalog's cards, which show raw refs. */
const siteOverview = EntityContentLayoutBlueprint.make({
  name: 'site',
  params: {
    filter: isWebsite,
    loader: () =>
      import('./components/SitePage/SiteOverview').then(m => m.SiteOverview),
  },
});

const siteDeployments = EntityContentBlueprint.make({
  name: 'deployments',
  params: {
    path: '/deployments',
    title: 'Deployments',
    filter: isWebsite,
    loader: () =>
      import('./components/SitePage/SiteDeployments').then(m => (
        <m.SiteDeployments />
      )),
  },
});

const siteSettings = EntityContentBlueprint.make({
  name: 'settings',
  params: {
    path: '/settings',
    title: 'Settings',
    filter: isWebsite,
    loader: () =>
      import('./components/SiteSettings/SiteSettings').then(m => (
        <m.SiteSettings />
      )),
  },
});

const formFields = [
  FormFieldBlueprint.make({
    name: 'customer',
    params: {
      field: () =>
        import('./formFields/CustomerPicker').then(m => m.customerPickerField),
    },
  }),
  FormFieldBlueprint.make({
    name: 'name',
    params: {
      field: () => import('./formFields/SiteName').then(m => m.siteNameField),
    },
  }),
  FormFieldBlueprint.make({
    name: 'placement',
    params: {
      field: () =>
        import('./formFields/PlacementPicker').then(m => m.placementField),
    },
  }),
  FormFieldBlueprint.make({
    name: 'content',
    params: {
      field: () =>
        import('./formFields/ContentPicker').then(m => m.contentField),
    },
  }),
  FormFieldBlueprint.make({
    name: 'extras',
    params: {
      field: () => import('./formFields/ExtrasPicker').then(m => m.extrasField),
    },
  }),
  FormFieldBlueprint.make({
    name: 'order-summary',
    params: {
      field: () =>
        import('./formFields/OrderSummary').then(m => m.orderSummaryField),
    },
  }),
];

const orderPlaced = scaffolderTemplateOutputsBlueprint.make({
  name: 'order-placed',
  params: {
    templateRefs: ['template:default/website'],
    component: OrderPlaced,
  },
});

/** Sites and their deployments: list, catalog page, form fields. */
export const sitesPlugin = createFrontendPlugin({
  pluginId: 'sites',
  title: 'Sites',
  icon: <RiGlobalLine />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    credentials: credentialsRouteRef,
    site: siteRouteRef,
    deployment: deploymentRouteRef,
    prices: pricesRouteRef,
    priceBook: priceBookRouteRef,
  },
  externalRoutes: {
    catalogEntity: catalogEntityRouteRef,
    orderTemplate: orderTemplateRouteRef,
  },
  extensions: [
    sitesApi,
    customersApi,
    pricesApi,
    sitesPage,
    pricesPage,
    credentialsPage,
    siteHeader,
    siteOverview,
    siteDeployments,
    siteSettings,
    orderPlaced,
    ...formFields,
  ],
});
