import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { SITE_ID_ANNOTATION } from '@freehold/plugin-sites-common';
import {
  BUSINESS_TENANT,
  customerGroupRef,
} from '@freehold/plugin-tenancy-common';
import type { AnyDimension } from '../domain/CostQuery';
import { noneOf } from '../domain/reportWords';

type Value = string | null | undefined;

/** Knows what people call values: customers and sites as the catalog shows them to the caller. */
export class ValueNames {
  static create(options: {
    catalog: Pick<CatalogService, 'getEntities' | 'getEntitiesByRefs'>;
  }): ValueNames {
    return new ValueNames(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof ValueNames.create>[0],
  ) {}

  /** How each of the values is called. */
  async of(
    dimension: AnyDimension,
    values: readonly Value[],
    credentials: BackstageCredentials,
  ): Promise<(value: Value) => string> {
    const named = [...new Set(values.filter(Boolean))].map(String);
    const names = await this.find(dimension, named, credentials);
    return value => (value ? (names.get(value) ?? value) : noneOf(dimension));
  }

  private async find(
    dimension: AnyDimension,
    values: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Map<string, string>> {
    if (values.length === 0) return new Map();
    switch (dimension) {
      case 'customer':
        return this.findCustomers(values, credentials);
      case 'site':
        return this.findSites(values, credentials);
      default:
        return new Map();
    }
  }

  private async findCustomers(
    slugs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Map<string, string>> {
    const { items } = await this.deps.catalog.getEntitiesByRefs(
      {
        entityRefs: slugs.map(customerGroupRef),
        fields: ['metadata.namespace', 'metadata.title'],
      },
      { credentials },
    );
    return new Map([
      [BUSINESS_TENANT, 'Own or nobody’s yet'],
      ...items.flatMap(entity =>
        entity?.metadata.title
          ? [[entity.metadata.namespace!, entity.metadata.title] as const]
          : [],
      ),
    ]);
  }

  private async findSites(
    ids: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Map<string, string>> {
    const { items } = await this.deps.catalog.getEntities(
      {
        filter: {
          kind: 'Component',
          [`metadata.annotations.${SITE_ID_ANNOTATION}`]: [...ids],
        },
        fields: ['metadata.name', 'metadata.title', 'metadata.annotations'],
      },
      { credentials },
    );
    return new Map(
      items.map(({ metadata }) => [
        metadata.annotations?.[SITE_ID_ANNOTATION] ?? '',
        metadata.title ?? metadata.name,
      ]),
    );
  }
}
