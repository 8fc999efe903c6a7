import { expect, test, type Page } from 'playwright/test';
import { customerMember, staffMember } from './support/people';
import { browserOf } from './support/signIn';
import { siteArchive } from './support/siteArchive';

const HEADLINE = 'Bicycles for hills';

test.describe.configure({ mode: 'serial' });

test('a member orders a site with own content and opens it, staff see it, another customer does not', async ({
  browser,
}) => {
  const owner = await browserOf(browser, customerMember('acme', 'owner'));
  await placeOrder(owner, 'shop');

  await owner.getByRole('link', { name: 'Follow the deployment' }).click();
  const state = owner.getByRole('main').getByRole('status').first();
  await expect(state).toContainText(/live/i, { timeout: 60_000 });
  const address = `http://shop.acme.localhost:${new URL(owner.url()).port}/`;
  const visitor = await browser.newPage();
  await visitor.goto(address);
  await expect(visitor.getByRole('heading')).toHaveText(HEADLINE);

  const staff = await browserOf(browser, staffMember('operator'));
  await staff.goto('/sites');
  await expect(staff.getByText('shop', { exact: true }).first()).toBeVisible();

  const stranger = await browserOf(browser, customerMember('birch', 'owner'));
  await stranger.goto('/sites');
  await expect(stranger.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(stranger.getByText('shop', { exact: true })).toHaveCount(0);
  const deploymentPage = new URL(owner.url()).pathname;
  await stranger.goto(deploymentPage);
  await expect(stranger.getByText(HEADLINE)).toHaveCount(0);
  await expect(stranger.getByText('shop.acme')).toHaveCount(0);
});

test('an order waits for its files, in words for people', async ({
  browser,
}) => {
  const owner = await browserOf(browser, customerMember('acme', 'owner'));
  let letThrough: () => void;
  const held = new Promise<void>(resolve => (letThrough = resolve));
  await owner.route('**/contents', async route => {
    await held;
    await route.continue();
  });
  await fillOrder(owner, 'workshop');
  const review = owner.getByRole('button', { name: 'Review the order' });
  await review.click();
  await expect(
    owner
      .getByText('upload your files and wait until they are checked')
      .first(),
  ).toBeVisible();
  await expect(owner.getByText(/must have required/)).toHaveCount(0);
  letThrough!();
  await expect(
    owner.getByRole('button', { name: 'Choose another file' }),
  ).toBeVisible();
  await review.click();
  await expect(
    owner.getByRole('button', { name: 'Order with this price' }),
  ).toBeVisible();
});

test('a customer is told of nothing that only staff use', async ({
  browser,
}) => {
  const viewer = await browserOf(browser, customerMember('acme', 'viewer'));
  const navigation = viewer.getByRole('navigation').first();
  await expect(
    navigation.getByRole('link', { name: 'Sites', exact: true }),
  ).toBeVisible();
  await expect(navigation.getByText('Customers')).toHaveCount(0);
  await expect(navigation.getByText('Catalog')).toHaveCount(0);
  await viewer.goto('/customers');
  await expect(viewer.getByText('Birch Bakery')).toHaveCount(0);
});

async function placeOrder(page: Page, name: string): Promise<void> {
  await fillOrder(page, name);
  await expect(
    page.getByRole('button', { name: 'Choose another file' }),
  ).toBeVisible();
  await expect(page.getByText('Total a month')).toBeVisible();
  await page.getByRole('button', { name: 'Review the order' }).click();
  await page.getByRole('button', { name: 'Order with this price' }).click();
}

/** Fills in the form up to the upload, which may still be under way. */
async function fillOrder(page: Page, name: string): Promise<void> {
  await page.goto('/create/templates/default/website');
  await page.getByRole('textbox', { name: /^Name/ }).fill(name);
  await expect(page.getByText(/^Free\. .*the address will be/i)).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('radio', { name: /Small/ }).check({ force: true });
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('radio', { name: /own|upload/i }).check({ force: true });
  await page
    .locator('input[type=file]')
    .setInputFiles(
      siteArchive(`<!doctype html><title>Shop</title><h1>${HEADLINE}</h1>`),
    );
}
