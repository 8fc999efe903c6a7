import { expect, test, type Page } from 'playwright/test';
import { customerMember } from './support/people';
import { enterPassword, openSecurity } from './support/secondFactor';
import { browserOf } from './support/signIn';

const person = customerMember('birch', 'owner');

test('a member sets up a passkey, signs in with it and takes it away', async ({
  browser,
}) => {
  const page = await browserOf(browser, person);
  await addVirtualAuthenticator(page);
  await openSecurity(page);
  await page.getByRole('button', { name: 'Add passkey' }).click();
  await page.getByLabel('Name of this passkey').fill('Laptop');
  await page.getByRole('button', { name: 'Create passkey' }).click();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByText('Laptop')).toBeVisible();

  await page.goto('/settings');
  await page
    .getByRole('main')
    .getByRole('button', { name: 'Sign out' })
    .click();
  await enterPassword(page, person.email);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();

  await openSecurity(page);
  await page.getByRole('button', { name: 'Remove Laptop' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Remove' })
    .click();
  await expect(page.getByText(/^None yet\./)).toBeVisible();
});

/** A security key that always says yes, in the tab's own browser. */
async function addVirtualAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
