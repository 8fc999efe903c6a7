import { expect, type Page } from 'playwright/test';
import { callApi } from './api';

export interface OrderedSite {
  customer: string;
  name: string;
  siteId: string;
  deploymentId: string;
}

/** Orders a site with the starter page, as whoever is signed in on the page. */
export async function orderStarterSite(
  page: Page,
  customer: string,
  name: string,
  size = 'small',
): Promise<OrderedSite> {
  const { site, deployment } = await callApi<{
    site: { siteId: string };
    deployment: { deploymentId: string };
  }>(
    page,
    'POST',
    `/api/sites/customers/${customer}/sites`,
    {
      name,
      cloud: 'local',
      region: 'this-machine',
      size,
      content: { kind: 'starter' },
    },
    { 'idempotency-key': `${customer}-${name}` },
  );
  return {
    customer,
    name,
    siteId: site.siteId,
    deploymentId: deployment.deploymentId,
  };
}

/** Waits until a site's first deployment got as far as `state`. */
export async function untilDeployment(
  page: Page,
  { customer, deploymentId }: OrderedSite,
  state: string,
): Promise<void> {
  await expect
    .poll(
      async () => {
        const deployment = await callApi<{ state: string }>(
          page,
          'GET',
          `/api/sites/customers/${customer}/deployments/${deploymentId}`,
        );
        return deployment.state;
      },
      { timeout: 60_000 },
    )
    .toBe(state);
}

/** Waits until the catalog, which follows a little behind, shows the site. */
export async function untilInCatalog(
  page: Page,
  { customer, name }: OrderedSite,
): Promise<void> {
  await expect
    .poll(
      () =>
        callApi(
          page,
          'GET',
          `/api/catalog/entities/by-name/component/${customer}/${name}`,
        ).then(
          () => true,
          () => false,
        ),
      { timeout: 30_000 },
    )
    .toBe(true);
}
