/* eslint-disable new-cap -- openapi-fetch names its methods after HTTP's */
import { createApiRef } from '@backstage/frontend-plugin-api';
import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import type { SitesPaths } from '@freehold/plugin-sites-common';
import {
  createPortalClient,
  expectData,
  type PortalClient,
} from '@freehold/plugin-tenancy-react';
import type { PriceBook, PriceBookHead } from './types';

export type PriceBookChanges =
  SitesPaths['/price-books/{priceBook}']['patch']['requestBody']['content']['application/json'];

/** All versions, and which of them holds now. */
export interface PriceBookList {
  items: PriceBookHead[];
  inForce: string;
}

/** The prices of the business, in versions. For staff. */
export interface PricesApi {
  listPriceBooks(): Promise<PriceBookList>;
  getPriceBook(priceBookId: string): Promise<PriceBook>;
  /** Begins a draft that says what holds now. */
  createPriceBook(draft: {
    version: string;
    source: string;
  }): Promise<PriceBook>;
  updatePriceBook(
    priceBookId: string,
    changes: PriceBookChanges,
  ): Promise<PriceBook>;
  deletePriceBook(priceBookId: string): Promise<void>;
  /** `validFrom` is a day of UTC, such as 2026-12-01. */
  publishPriceBook(priceBookId: string, validFrom: string): Promise<PriceBook>;
}

export const pricesApiRef = createApiRef<PricesApi>().with({
  id: 'plugin.sites.prices',
  pluginId: 'sites',
});

/** {@link PricesApi} over HTTP. */
export class PricesClient implements PricesApi {
  private readonly client: PortalClient<SitesPaths>;

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.client = createPortalClient<SitesPaths>({
      pluginId: 'sites',
      ...options,
    });
  }

  listPriceBooks() {
    return expectData(this.client.GET('/price-books'));
  }

  getPriceBook(priceBook: string) {
    return expectData(
      this.client.GET('/price-books/{priceBook}', {
        params: { path: { priceBook } },
      }),
    );
  }

  createPriceBook(body: { version: string; source: string }) {
    return expectData(this.client.POST('/price-books', { body }));
  }

  updatePriceBook(priceBook: string, body: PriceBookChanges) {
    return expectData(
      this.client.PATCH('/price-books/{priceBook}', {
        params: { path: { priceBook } },
        body,
      }),
    );
  }

  async deletePriceBook(priceBook: string): Promise<void> {
    await expectData(
      this.client.DELETE('/price-books/{priceBook}', {
        params: { path: { priceBook } },
      }),
    );
  }

  publishPriceBook(priceBook: string, validFrom: string) {
    return expectData(
      this.client.POST('/price-books/{priceBook}/publish', {
        params: { path: { priceBook } },
        body: { validFrom },
      }),
    );
  }
}
