import { generateSync } from 'otplib';
import { expect, type Page } from 'playwright/test';
import { fillSignIn } from './signIn';

const STEP_SECONDS = 30;

/** The page where somebody changes how they sign in. */
export async function openSecurity(page: Page): Promise<void> {
  await page.goto('/account/security');
  await expect(
    page.getByRole('heading', { name: 'Sign-in and security' }),
  ).toBeVisible();
}

/**
 * Sets up an authenticator app and keeps the recovery codes.
 *
 * @returns its secret
 */
export async function addAuthenticatorApp(
  page: Page,
  name: string,
): Promise<{ secret: string; recoveryCodes: string[] }> {
  await page.getByRole('button', { name: 'Add authenticator app' }).click();
  const dialog = page.getByRole('dialog');
  const shown = await dialog.locator('code').innerText();
  const secret = shown.replaceAll(' ', '');
  await dialog.getByLabel('The code it shows now').fill(codeOf(secret));
  await dialog.getByLabel('Name of this app').fill(name);
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  const codes = page.getByRole('list', { name: 'Recovery codes' });
  const recoveryCodes = await codes.getByRole('listitem').allInnerTexts();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  return { secret, recoveryCodes };
}

/** The code that an app shows now, or some steps from now. */
export function codeOf(secret: string, steps = 0): string {
  const epoch = Math.floor(Date.now() / 1000) + steps * STEP_SECONDS;
  return generateSync({ secret, epoch });
}

/** From the sign-in page to where a second factor is asked for. */
export async function enterPassword(page: Page, email: string): Promise<void> {
  await fillSignIn(page, email);
  await expect(
    page.getByRole('heading', { name: 'One more step' }),
  ).toBeVisible();
}
