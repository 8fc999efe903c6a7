import { expect, test } from 'playwright/test';
import { orderStarterSite } from './support/orders';
import { customerMember } from './support/people';
import { browserOf, signIn } from './support/signIn';

test('who signs in after somebody else in one tab never sees what was theirs', async ({
  browser,
}) => {
  const page = await browserOf(browser, customerMember('acme', 'owner'));
  await orderStarterSite(page, 'acme', 'orchard');
  await page.goto('/sites');
  await expect(page.getByText('orchard', { exact: true })).toBeVisible();

  // From now on every page notes whether it showed the name, however briefly.
  await page.addInitScript(() => {
    const look = () => {
      if (document.body?.innerText.includes('orchard')) {
        sessionStorage.setItem('shown', location.pathname);
      }
    };
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  await page.getByRole('button', { name: 'Sign out' }).first().click();
  await signIn(page, customerMember('birch', 'owner').email);
  await expect(page.getByText('Birch Bakery').first()).toBeVisible();
  await page.getByRole('link', { name: 'Sites', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Members' }).click();
  await expect(page.getByText('Bea Owner').first()).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sites');
  expect(await page.evaluate(() => sessionStorage.getItem('shown'))).toBeNull();
});
