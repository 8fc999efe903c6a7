import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { SITE_ID_ANNOTATION } from '@freehold/plugin-sites-common';
import {
  BUSINESS_TENANT,
  customerGroupRef,
} from '@freehold/plugin-tenancy-common';
import { useLoaded } from '@freehold/plugin-tenancy-react';
import { useCallback } from 'react';
import { isTagDimension, type AnyDimension } from '../domain/tagDimension';
import { costsTranslationRef } from '../translation';
import { useSources } from './useImports';

type Names = Record<string, string>;
type Value = string | null;

/** One value of a dimension, or what is not told apart. */
export interface NamedValue {
  value: Value;
  isRest?: boolean;
}

const NAMED_BY_WORDS = ['label', 'rule', 'split', 'none'] as const;

/**
 * What people call values of a dimension: customers, sites and sources by
 * their names, others as the provider writes them.
 */
export function useValueNames(
  dimension: AnyDimension,
  values: readonly Value[],
): (named: NamedValue) => string {
  const { t } = useTranslationRef(costsTranslationRef);
  const customers = useCustomerNames(dimension === 'customer' ? values : []);
  const sites = useSiteNames(dimension === 'site' ? values : []);
  const sources = useSources(dimension === 'source').data;
  return useCallback(
    ({ value, isRest }) => {
      if (isRest) return t('value.rest');
      if (value === null || value === '')
        return isTagDimension(dimension)
          ? t('value.notTagged')
          : t(`value.none.${dimension}`);
      switch (dimension) {
        case 'customer':
          if (value === BUSINESS_TENANT) return t('value.business');
          return customers?.[value] ?? value;
        case 'site':
          return sites?.[value] ?? t('value.unknownSite', { site: value });
        case 'source':
          return (
            sources?.items.find(({ sourceId }) => sourceId === value)?.name ??
            value
          );
        case 'allocation_method': {
          const known = NAMED_BY_WORDS.find(method => method === value);
          return known ? t(`allocation.${known}`) : value;
        }
        default:
          return value;
      }
    },
    [t, dimension, customers, sites, sources],
  );
}

function useCustomerNames(values: readonly Value[]): Names | undefined {
  const catalog = useApi(catalogApiRef);
  const slugs = namesOf(values).filter(slug => slug !== BUSINESS_TENANT);
  return useLoaded<Names>({
    key: slugs.length ? ['costs', 'customer-names', slugs] : undefined,
    keepPrevious: true,
    load: async () => {
      const { items } = await catalog.getEntitiesByRefs({
        entityRefs: slugs.map(customerGroupRef),
        fields: ['metadata.namespace', 'metadata.title'],
      });
      return Object.fromEntries(
        items.flatMap(entity =>
          entity?.metadata.title
            ? [[entity.metadata.namespace, entity.metadata.title]]
            : [],
        ),
      );
    },
  }).data;
}

function useSiteNames(values: readonly Value[]): Names | undefined {
  const catalog = useApi(catalogApiRef);
  const ids = namesOf(values);
  return useLoaded<Names>({
    key: ids.length ? ['costs', 'site-names', ids] : undefined,
    keepPrevious: true,
    load: async () => {
      const { items } = await catalog.getEntities({
        filter: {
          kind: 'Component',
          [`metadata.annotations.${SITE_ID_ANNOTATION}`]: ids,
        },
        fields: ['metadata.name', 'metadata.title', 'metadata.annotations'],
      });
      return Object.fromEntries(
        items.map(({ metadata }) => [
          metadata.annotations?.[SITE_ID_ANNOTATION],
          metadata.title ?? metadata.name,
        ]),
      );
    },
  }).data;
}

function namesOf(values: readonly Value[]): string[] {
  return [...new Set(values.filter(value => value !== null && value !== ''))]
    .map(String)
    .sort();
}
