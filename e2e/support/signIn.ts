import { expect, type Browser, type Page } from 'playwright/test';
import { demo } from './people';

/** Signs in on whatever page the portal shows first. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('textbox', { name: /^Password/ }).fill(demo.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

/** A browser of their own for somebody, signed in. */
export async function browserOf(
  browser: Browser,
  person: { email: string },
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto('/');
  await signIn(page, person.email);
  return page;
}
