export { sitesApiRef } from './SitesApi';
export type {
  DeploymentsQuery,
  LogListener,
  SiteChanges,
  SitesApi,
  SitesQuery,
} from './SitesApi';
export { SitesClient } from './SitesClient';
export type * from './types';
export { CustomersClient, customersApiRef } from './CustomersApi';
export type { Customer, CustomersApi } from './CustomersApi';
export { PricesClient, pricesApiRef } from './PricesApi';
export type { PriceBookChanges, PriceBookList, PricesApi } from './PricesApi';
