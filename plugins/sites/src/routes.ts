import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

export const rootRouteRef = createRouteRef();

/** Cloud credentials, in the settings. */
export const credentialsRouteRef = createRouteRef();

/** The price book, for staff. */
export const pricesRouteRef = createRouteRef();

export const priceBookRouteRef = createSubRouteRef({
  parent: pricesRouteRef,
  path: '/:priceBookId',
});

export const deploymentRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/:customer/deployments/:deploymentId',
});

/** Deployments that were given up; no customer has this name and no site. */
export const deadLettersRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/given-up',
});

/** Logs of many deployments, searched; no customer has this name either. */
export const logSearchRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/log-search',
});

/** A site by id: leads to its catalog page, or shows what a deleted one was. */
export const siteRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/:customer/:siteId',
});

export const catalogEntityRouteRef = createExternalRouteRef({
  params: ['namespace', 'kind', 'name'],
  defaultTarget: 'catalog.catalogEntity',
});

export const orderTemplateRouteRef = createExternalRouteRef({
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});
