import { expect, test, type Browser, type Page } from 'playwright/test';
import {
  acceptWithPassword,
  choosePassword,
  invite,
  readInvitation,
} from './support/invitations';
import { untilMail } from './support/mails';
import { customerMember, staffMember } from './support/people';
import { browserOf, signIn } from './support/signIn';

const GUEST = 'greta@guests.example';
const PASSWORD = 'marble-trumpet-91-canyon';
const LATER_PASSWORD = 'harbour-violin-27-meadow';

test.describe.configure({ mode: 'serial' });

let operator: Page;

test.beforeAll(async ({ browser }) => {
  operator = await browserOf(browser, staffMember('operator'));
});

test('an owner invites somebody, who accepts, sets a password and is in', async ({
  browser,
}) => {
  const owner = await browserOf(browser, customerMember('acme', 'owner'));
  await invite(owner, { email: GUEST, role: 'Viewer' });
  const link = await readInvitation(operator, GUEST);

  const visitor = await stranger(browser);
  const addresses = addressesOf(visitor);
  await visitor.goto(link);
  await expect(visitor.getByText(GUEST)).toBeVisible();
  await acceptWithPassword(visitor, 'Greta Guest', PASSWORD);
  await signIn(visitor, GUEST, PASSWORD);
  await visitor.goto('/members');
  await expect(visitor.getByText('Greta Guest (you)')).toBeVisible();
  await expect(
    visitor.getByRole('button', { name: 'Invite member' }),
  ).toHaveCount(0);
  // Tokens stay in the browser: no request carries one in its address.
  expect(
    addresses.filter(address => /token=|acme\.[\w-]{43}/.test(address)),
  ).toEqual([]);

  await visitor.context().clearCookies();
  await visitor.goto('about:blank');
  await visitor.goto(link);
  await expect(visitor.getByText('You have accepted')).toBeVisible();
  await visitor.getByRole('button', { name: 'Set a password' }).click();
  await expect(visitor.getByRole('alert')).toContainText(
    'cannot be used any more',
  );
});

test('whoever forgot the password has a link mailed', async ({ browser }) => {
  const visitor = await stranger(browser);
  await visitor.goto('/');
  await visitor.getByRole('link', { name: 'Forgot your password?' }).click();
  await visitor.getByLabel('E-mail').fill(GUEST);
  await visitor.getByRole('button', { name: 'Send the link' }).click();
  await expect(visitor.getByText('Look into your mailbox')).toBeVisible();
  const { link } = await untilMail(operator, GUEST, 'Set a new password');
  await visitor.goto(link);
  await choosePassword(visitor, LATER_PASSWORD);
  await signIn(visitor, GUEST, LATER_PASSWORD);
});

test('an address changes once both addresses have confirmed', async ({
  browser,
}) => {
  const newEmail = 'greta.new@guests.example';
  const visitor = await stranger(browser);
  await visitor.goto('/account');
  await signIn(visitor, GUEST, LATER_PASSWORD);
  await visitor.getByRole('button', { name: 'Change e-mail address' }).click();
  const dialog = visitor.getByRole('dialog');
  await dialog.getByLabel('New e-mail address').fill(newEmail);
  await dialog.getByLabel('Your password').fill(LATER_PASSWORD);
  await dialog.getByRole('button', { name: 'Send the mails' }).click();
  await expect(visitor.getByText(`confirm ${newEmail}`)).toBeVisible();

  const old = await untilMail(operator, GUEST, 'Confirm the change');
  const fresh = await untilMail(operator, newEmail, 'Confirm your new');
  const mailbox = await stranger(browser);
  await mailbox.goto(old.link);
  await mailbox.getByRole('button', { name: 'Confirm' }).click();
  await expect(mailbox.getByText('once the other address')).toBeVisible();
  await mailbox.goto('about:blank');
  await mailbox.goto(fresh.link);
  await mailbox.getByRole('button', { name: 'Confirm' }).click();
  await expect(mailbox.getByText(`sign in with ${newEmail}`)).toBeVisible();

  await visitor.reload();
  await expect(visitor.getByText(`You sign in with ${newEmail}`)).toBeVisible();
});

test('nobody but operators sees the mails', async ({ browser }) => {
  const people = [staffMember('support'), customerMember('acme', 'owner')];
  for (const person of people) {
    const page = await browserOf(browser, person);
    await page.goto('/outbox');
    await expect(page.getByText(GUEST)).toHaveCount(0);
    await expect(
      page.getByRole('navigation').first().getByText('Mail', { exact: true }),
    ).toHaveCount(0);
  }
});

async function stranger(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

function addressesOf(page: Page): string[] {
  const addresses: string[] = [];
  page.on('request', request => addresses.push(request.url().split('#')[0]));
  return addresses;
}
