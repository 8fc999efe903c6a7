import { useEntity } from '@backstage/plugin-catalog-react';
import { SITE_ID_ANNOTATION } from '@freehold/plugin-sites-common';
import { CostOfMonth } from './CostOfMonth';

/** What the customer or the site of a catalog page cost this month. */
export function EntityCost() {
  const { entity } = useEntity();
  return (
    <CostOfMonth
      customer={entity.metadata.namespace ?? ''}
      site={entity.metadata.annotations?.[SITE_ID_ANNOTATION]}
    />
  );
}
