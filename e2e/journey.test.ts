import { expect, test, type Page } from 'playwright/test';
import {
  acceptWithPassword,
  invite,
  readInvitation,
} from './support/invitations';
import { customerMember, staffMember } from './support/people';
import {
  addAuthenticatorApp,
  codeOf,
  openSecurity,
} from './support/secondFactor';
import { browserOf, fillSignIn, signIn } from './support/signIn';

const PASSWORD = 'copper-lantern-38-orchard';
const TITLE = 'Hops and barley';

test('somebody is invited, joins, sets up a second factor, orders a site, is told of it and opens it', async ({
  browser,
}, { workerIndex }) => {
  test.slow();
  // Tried again after a failure, the address and the name are free.
  const guest = {
    email: `jo-${workerIndex}@guests.example`,
    role: 'Developer',
  };
  const site = `brewery-${workerIndex}`;

  const owner = await browserOf(browser, customerMember('acme', 'owner'));
  await invite(owner, guest);
  const operator = await browserOf(browser, staffMember('operator'));
  const link = await readInvitation(operator, guest.email);

  const jo = await (await browser.newContext()).newPage();
  await jo.goto(link);
  await acceptWithPassword(jo, 'Jo Journey', PASSWORD);
  await signIn(jo, guest.email, PASSWORD);

  await openSecurity(jo);
  const { secret } = await addAuthenticatorApp(jo, 'Phone of Jo');
  await jo.getByRole('button', { name: 'Sign out' }).first().click();
  await fillSignIn(jo, guest.email, PASSWORD);
  // The code that set it up is used; its successor may be early by one step.
  await jo.getByLabel('Code of 6 digits').fill(codeOf(secret, 1));
  await jo.getByRole('button', { name: 'Sign in' }).click();
  await expect(jo.getByRole('navigation').first()).toBeVisible();

  await order(jo, site);
  await jo.getByRole('link', { name: 'Follow the deployment' }).click();
  const state = jo.getByRole('main').getByRole('status').first();
  await expect(state).toContainText(/live/i, { timeout: 60_000 });

  await jo.goto('/notifications');
  await expect(async () => {
    await jo.reload();
    await expect(
      jo.getByRole('link', { name: `${TITLE} is deployed` }),
    ).toBeVisible({ timeout: 5_000 });
  }).toPass();
  await jo.getByRole('link', { name: `${TITLE} is deployed` }).click();
  const [opened] = await Promise.all([
    jo.context().waitForEvent('page'),
    jo.getByRole('link', { name: /^Open the site/ }).click(),
  ]);
  expect(new URL(opened.url()).hostname).toBe(`${site}.acme.localhost`);
  await expect(opened.getByRole('heading').first()).toContainText(TITLE);
});

async function order(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation')
    .first()
    .getByRole('link', { name: 'Order a site' })
    .click();
  await page.getByRole('textbox', { name: /^Name/ }).fill(name);
  await page.getByRole('textbox', { name: /^Title/ }).fill(TITLE);
  await expect(page.getByText(/^Free\. .*the address will be/i)).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('radio', { name: /Small/ }).check({ force: true });
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('radio', { name: /Starter/ }).check({ force: true });
  await expect(page.getByText('Total a month')).toBeVisible();
  await page.getByRole('button', { name: 'Review the order' }).click();
  await page.getByRole('button', { name: 'Order with this price' }).click();
}
