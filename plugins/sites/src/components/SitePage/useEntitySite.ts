import { useEntity } from '@backstage/plugin-catalog-react';
import { SITE_ID_ANNOTATION } from '@freehold/plugin-sites-common';
import { useSite } from '../../hooks/useSite';

/** The site that the catalog page shown is about. */
export function useEntitySite() {
  const { entity } = useEntity();
  const customer = entity.metadata.namespace ?? '';
  const siteId = entity.metadata.annotations?.[SITE_ID_ANNOTATION] ?? '';
  return { customer, siteId, entity, ...useSite(customer, siteId) };
}
