import { expect, test, type Page } from 'playwright/test';
import { callApi } from './support/api';
import { untilDeployment, untilInCatalog } from './support/orders';
import { customerMember, staffMember } from './support/people';
import { browserOf } from './support/signIn';
import {
  accessKey,
  startDriftPortal,
  type DriftPortal,
} from './support/startDriftPortal';

const SITE_PAGE = '/catalog/acme/component/shop';
const DIFFERENT = {
  was: { tags: { owner: 'acme' } },
  is: { tags: { owner: 'nobody' } },
};

test.describe.configure({ mode: 'serial' });

let portal: DriftPortal;
let owner: Page;
test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  portal = await startDriftPortal();
  owner = await browserOf(browser, customerMember('acme', 'owner'), {
    baseURL: portal.url,
  });
  await orderShop(owner);
});
test.afterAll(() => portal.stop());

test('a member has a site checked, sees what differs, and has it made as deployed', async () => {
  await portal.terraform.find(DIFFERENT);
  await owner.goto(SITE_PAGE);
  await expect(owner.getByText('Not checked yet').first()).toBeVisible();
  await owner.getByRole('button', { name: 'Check now' }).click();
  await expect(owner.getByText('Drifted').first()).toBeVisible({
    timeout: 60_000,
  });
  await expect(owner.getByText('settings differ')).toBeVisible();
  await expect(owner.getByText('terraform_data')).toHaveCount(0);
  await expect(
    owner.getByRole('button', { name: 'Accept as it is' }),
  ).toHaveCount(0);

  await decide(owner, 'Make it as deployed');
  await expect(owner).toHaveURL(/\/sites\/acme\/deployments\//);
  const state = owner.getByRole('main').getByRole('status').first();
  await expect(state).toContainText('The site is live', { timeout: 60_000 });
  await owner.goto(SITE_PAGE);
  await expect(owner.getByText('As deployed').first()).toBeVisible();
  await expect(
    owner.getByRole('link', { name: 'One difference' }),
  ).toBeVisible();
});

test('staff find the site that drifted, read each attribute, and accept it as it is', async ({
  browser,
}) => {
  await portal.terraform.find(DIFFERENT);
  await owner.getByRole('button', { name: 'Check now' }).click();
  await expect(owner.getByText('Drifted').first()).toBeVisible({
    timeout: 60_000,
  });

  const staff = await browserOf(browser, staffMember('operator'), {
    baseURL: portal.url,
  });
  await staff.goto('/sites?drifted=yes');
  await staff.getByRole('link', { name: 'shop', exact: true }).click();
  await staff.getByText('terraform_data.script').click();
  await expect(staff.getByRole('row', { name: /tags.owner/ })).toContainText(
    'nobody',
  );
  await decide(staff, 'Accept as it is');
  const state = staff.getByRole('main').getByRole('status').first();
  await expect(state).toContainText('accepted as it is', { timeout: 60_000 });
  await staff.goto('/sites?drifted=yes');
  await expect(staff.getByText('No site matches')).toBeVisible();
});

async function decide(page: Page, action: string): Promise<void> {
  await page.getByRole('button', { name: action }).click();
  await page.getByRole('dialog').getByRole('button', { name: action }).click();
}

async function orderShop(page: Page): Promise<void> {
  const customer = '/api/sites/customers/acme';
  await callApi(page, 'PUT', `${customer}/cloud-credentials/aws`, accessKey);
  const { site, deployment } = await callApi<{
    site: { siteId: string };
    deployment: { deploymentId: string };
  }>(
    page,
    'POST',
    `${customer}/sites`,
    {
      name: 'shop',
      cloud: 'aws',
      region: 'eu-central-1',
      size: 'small',
      content: { kind: 'starter' },
    },
    { 'idempotency-key': 'the-shop' },
  );
  const shop = { customer: 'acme', name: 'shop', ...site, ...deployment };
  await untilDeployment(page, shop, 'succeeded');
  await untilInCatalog(page, shop);
}
