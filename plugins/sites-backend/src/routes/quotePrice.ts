import {
  CUSTOM_SIZE,
  siteReadPermission,
  type SitesPaths,
} from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import type { PricedSite } from '../domain/priceSite';
import type { RouteContext, SitesRouter } from './RouteContext';

export function quotePrice(
  api: SitesRouter,
  { httpAuth, access, quotes }: RouteContext,
): void {
  api.get('/customers/:customer/price', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const { customer } = req.params;
    await access.authorize(credentials, siteReadPermission, customer);
    const { site: siteId, ...asked } = req.query;
    const quote = await quotes.quotePrice(customer, toPricedSite(asked), {
      siteId,
    });
    res.status(200).json(quote);
  });
}

type Asked = Omit<
  SitesPaths['/customers/{customer}/price']['get']['parameters']['query'],
  'site'
>;

function toPricedSite(asked: Asked): PricedSite {
  const { cloud, size, database, replica, storage } = asked;
  const { cpu, memory, instances } = asked;
  const isMeasured = size === CUSTOM_SIZE && cpu && memory && instances;
  return {
    cloud,
    size,
    ...(isMeasured && {
      customSize: {
        cpu,
        memory,
        minimumInstances: instances,
        maximumInstances: instances,
      },
    }),
    addOns: {
      ...(database && {
        database: { size: database, replica: replica === true },
      }),
      ...(storage && { storage }),
    },
  };
}
