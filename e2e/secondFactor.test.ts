import { expect, test, type Page } from 'playwright/test';
import { customerMember } from './support/people';
import {
  addAuthenticatorApp,
  codeOf,
  enterPassword,
  openSecurity,
} from './support/secondFactor';
import { browserOf } from './support/signIn';

const person = customerMember('birch', 'owner');

test.describe.configure({ mode: 'serial' });

test('a member sets up an authenticator app and signs in with its codes', async ({
  browser,
}) => {
  const desk = await browserOf(browser, person);
  await openSecurity(desk);
  const { secret, recoveryCodes } = await addAuthenticatorApp(desk, 'Phone');
  expect(recoveryCodes).toHaveLength(10);
  await expect(desk.getByText('Phone')).toBeVisible();
  await expect(desk.getByText('10 of 10 left.')).toBeVisible();

  const other = await (await browser.newContext()).newPage();
  await other.goto('/');
  await enterPassword(other, person.email);
  await other.getByLabel('Code of 6 digits').fill('000000');
  await other.getByRole('button', { name: 'Sign in' }).click();
  await expect(other.getByRole('alert')).toContainText('That did not match');
  // The code that set it up is used; its successor may be early by one step.
  await other.getByLabel('Code of 6 digits').fill(codeOf(secret, 1));
  await other.getByRole('button', { name: 'Sign in' }).click();
  await expect(other.getByRole('navigation').first()).toBeVisible();

  const third = await (await browser.newContext()).newPage();
  await third.goto('/');
  await enterPassword(third, person.email);
  await third.getByRole('button', { name: 'Use a recovery code' }).click();
  await third.getByLabel('Recovery code').fill(recoveryCodes[0]);
  await third.getByRole('button', { name: 'Sign in' }).click();
  await expect(third.getByRole('navigation').first()).toBeVisible();

  await endOtherSessions(desk);
  await other.goto('/sites');
  await expect(other.getByLabel('E-mail')).toBeVisible();
  await removeFactor(desk, 'Phone');
});

async function endOtherSessions(page: Page): Promise<void> {
  await openSecurity(page);
  await expect(page.getByText('9 of 10 left.')).toBeVisible();
  await page.getByRole('button', { name: 'End all others' }).click();
  await expect(page.getByText('This device')).toBeVisible();
  await expect(
    page.getByRole('button', { name: /End the session/ }),
  ).toHaveCount(0);
}

async function removeFactor(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Remove ${name}` }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Remove' })
    .click();
  await expect(page.getByText(/^None yet\./)).toBeVisible();
}
