import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  catalogEntityRouteRef,
  deadLettersRouteRef,
  deploymentRouteRef,
  logSearchRouteRef,
  orderTemplateRouteRef,
  rootRouteRef,
  siteRouteRef,
} from '../routes';

/** The template that orders a website. */
const ORDER_TEMPLATE = { namespace: 'default', templateName: 'website' };

/** The catalog pages of a site, by tab. */
export type SiteTab = 'overview' | 'deployments' | 'settings';

/** Where the pages of sites are mounted. */
export function useSitesPaths() {
  const list = useRouteRef(rootRouteRef);
  const siteById = useRouteRef(siteRouteRef);
  const deployment = useRouteRef(deploymentRouteRef);
  const deadLetters = useRouteRef(deadLettersRouteRef);
  const logSearch = useRouteRef(logSearchRouteRef);
  const entity = useRouteRef(catalogEntityRouteRef);
  const order = useRouteRef(orderTemplateRouteRef);
  return {
    list: list?.() ?? '',
    siteById: (customer: string, siteId: string) =>
      siteById?.({ customer, siteId }) ?? '',
    site: (customer: string, name: string, tab: SiteTab = 'overview') => {
      const path = entity?.({ namespace: customer, kind: 'component', name });
      if (!path) return '';
      return tab === 'overview' ? path : `${path}/${tab}`;
    },
    deployment: (customer: string, deploymentId: string) =>
      deployment?.({ customer, deploymentId }) ?? '',
    deadLetters: deadLetters?.() ?? '',
    logSearch: logSearch?.() ?? '',
    order: order?.(ORDER_TEMPLATE) ?? '',
  };
}
