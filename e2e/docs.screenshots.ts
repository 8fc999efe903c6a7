import path from 'node:path';
import { expect, test, type Page } from 'playwright/test';
import { furnish, type Furnished } from './support/furnished';
import { deploymentOf } from './support/scenes';
import { settled } from './support/visit';

test.describe.configure({ timeout: 180_000 });

let portal: Furnished;

test.beforeAll(async ({ browser }) => {
  portal = await furnish(browser, 'demo');
});

test('takes the pictures of the README and the guides for customers', async () => {
  const { owner, live } = portal;
  await takePicture(owner, 'owner-order', '/create/templates/default/website');
  await takePicture(owner, 'owner-home', '/');
  await takePicture(owner, 'owner-deployment', deploymentOf(live));
  await takePicture(owner, 'owner-members', '/members');
  await takePicture(owner, 'owner-security', '/account/security');
  await takePicture(owner, 'owner-usage', '/usage');
});

test('takes the pictures of the README and the guides for staff', async () => {
  const { operator, finance, priceDraft, waiting } = portal;
  await takePicture(operator, 'staff-home', '/');
  await takePicture(operator, 'staff-customer', '/customers/acme');
  await takePicture(operator, 'staff-approval', deploymentOf(waiting));
  await takePicture(finance, 'staff-prices', priceDraft);
  await takePicture(operator, 'staff-audit', '/audit');
  await takePicture(operator, 'staff-mail', '/outbox');
});

async function takePicture(page: Page, name: string, address: string) {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await settled(page);
  const folder = path.join(__dirname, '../docs/images');
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}
