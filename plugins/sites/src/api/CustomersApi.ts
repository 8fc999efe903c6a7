/* eslint-disable new-cap -- openapi-fetch names its methods after HTTP's */
import { createApiRef } from '@backstage/frontend-plugin-api';
import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import type {
  TenancyComponents,
  TenancyPaths,
} from '@freehold/plugin-tenancy-common';
import {
  createPortalClient,
  expectData,
  type PortalClient,
} from '@freehold/plugin-tenancy-react';
import type { PageOf } from './types';

export type Customer = TenancyComponents['schemas']['Customer'];
export type CustomersQuery = NonNullable<
  TenancyPaths['/customers']['get']['parameters']['query']
>;

/** The customers that staff order for and filter by. */
export interface CustomersApi {
  listCustomers(query: CustomersQuery): Promise<PageOf<Customer>>;
  getCustomer(slug: string): Promise<Customer>;
}

export const customersApiRef = createApiRef<CustomersApi>().with({
  id: 'plugin.sites.customers',
  pluginId: 'sites',
});

/** {@link CustomersApi} over HTTP. */
export class CustomersClient implements CustomersApi {
  private readonly client: PortalClient<TenancyPaths>;

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.client = createPortalClient<TenancyPaths>({
      pluginId: 'tenancy',
      ...options,
    });
  }

  listCustomers(query: CustomersQuery) {
    return expectData(this.client.GET('/customers', { params: { query } }));
  }

  getCustomer(customer: string) {
    return expectData(
      this.client.GET('/customers/{customer}', {
        params: { path: { customer } },
      }),
    );
  }
}
