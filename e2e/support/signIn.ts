import { expect, type Browser, type Page } from 'playwright/test';
import { demo } from './people';

/** Signs in on whatever page the portal shows first. */
export async function signIn(
  page: Page,
  email: string,
  password = demo.password,
): Promise<void> {
  await fillSignIn(page, email, password);
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

/** E-mail and password, to whatever comes then. */
export async function fillSignIn(
  page: Page,
  email: string,
  password = demo.password,
): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('textbox', { name: /^Password/ }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
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
