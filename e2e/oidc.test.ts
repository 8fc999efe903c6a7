import { expect, test, type Browser, type Page } from 'playwright/test';
import { fillInvitation, invite } from './support/invitations';
import { untilMail } from './support/mails';
import { customerMember, staffMember } from './support/people';
import { codeOf } from './support/secondFactor';
import { browserOf, fillSignIn, signIn } from './support/signIn';
import { startOidcPortal, type OidcPortal } from './support/startOidcPortal';

const owner = customerMember('birch', 'owner');
const atWork = {
  subject: '0815',
  email: 'bea@work.example',
  isVerified: false,
};

const GUEST = 'gus@guests.example';
const COLLEAGUE = 'gus@hosting.example';

test.describe.configure({ mode: 'serial' });

let portal: OidcPortal;
let operator: Page;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  portal = await startOidcPortal();
});
test.afterAll(() => portal.stop());

test('a member links an account elsewhere, and signs in with it alone', async ({
  browser,
}) => {
  const desk = await open(browser);
  await signIn(desk, owner.email);
  await portal.become(atWork);
  await desk.goto(`${portal.url}/account/security`);
  await desk.getByRole('button', { name: 'Link single sign-on' }).click();
  await expect(desk.getByText(atWork.email)).toBeVisible();

  const phone = await open(browser);
  await continueThere(phone);
  await expect(phone.getByRole('navigation').first()).toBeVisible();
  await expect(phone.getByText(owner.displayName)).toBeVisible();
});

test('an account with the address of a member opens nothing', async ({
  browser,
}) => {
  await portal.become({
    subject: 'mallory',
    email: owner.email,
    isVerified: true,
  });
  const stranger = await open(browser);
  await continueThere(stranger);
  await expect(stranger.getByRole('alert')).toContainText(
    'not linked to any member',
  );
  await stranger.goto(portal.url);
  await expect(stranger.getByLabel('E-mail')).toBeVisible();
});

test('an operator sets up a second factor before anything else', async ({
  browser,
}) => {
  operator = await open(browser);
  await fillSignIn(operator, staffMember('operator').email);
  await enrolAtSignIn(operator);
});

test('somebody accepts an invitation with an account elsewhere, and needs no password', async ({
  browser,
}) => {
  const desk = await browserOf(browser, owner, { baseURL: portal.url });
  await invite(desk, { email: GUEST, role: 'Developer' });
  const { link } = await untilMail(operator, GUEST);

  // The account of somebody who is a member already is not taken.
  await portal.become(atWork);
  const taken = await browser.newPage();
  await accept(taken, link);
  await expect(taken.getByRole('alert')).toContainText(
    'linked to another member already',
  );
  await expect(taken.getByText('Your invitation still stands')).toBeVisible();

  await portal.become({
    subject: '4711',
    email: 'nobody@work.example',
    isVerified: false,
  });
  // Who is still signed in there with the other account has to leave it first.
  const guest = await browser.newPage();
  const addresses: string[] = [];
  guest.on('request', request => addresses.push(request.url()));
  await guest.goto(link);
  await guest
    .getByRole('button', { name: 'Link single sign-on instead' })
    .click();
  await expect(guest.getByRole('navigation').first()).toBeVisible();
  await expect(guest.getByText('Gus Guest')).toBeVisible();
  expect(new URL(guest.url()).pathname).toBe('/');
  expect(
    addresses
      .map(address => decodeURIComponent(address.split('#')[0]))
      .filter(address => /token=|birch\.[\w-]{43}/.test(address)),
  ).toEqual([]);

  const phone = await open(browser);
  await continueThere(phone);
  await expect(phone.getByText('Gus Guest')).toBeVisible();
  await phone.goto(`${portal.url}/account/security`);
  await expect(phone.getByText('nobody@work.example')).toBeVisible();

  // The link made one member, and opens nothing any more.
  const again = await browser.newPage();
  await again.goto(link);
  await again.getByRole('button', { name: 'Set a password' }).click();
  await expect(again.getByRole('alert')).toContainText('cannot be used');
});

test('an operator invites a colleague, who accepts with an account elsewhere and sets up a second factor', async ({
  browser,
}) => {
  await operator.goto(`${portal.url}/staff`);
  await expect(operator.getByText('can sign in for')).toBeVisible();
  await operator.getByRole('button', { name: 'Invite a colleague' }).click();
  await fillInvitation(operator, { email: COLLEAGUE, role: 'Operator' });
  const { link } = await untilMail(operator, COLLEAGUE);
  await portal.become({
    subject: '0007',
    email: COLLEAGUE,
    isVerified: true,
  });
  const colleague = await browser.newPage();
  await accept(colleague, link);
  await enrolAtSignIn(colleague);
  await expect(
    colleague.getByRole('link', { name: 'Staff', exact: true }),
  ).toBeVisible();

  await operator.reload();
  await expect(
    operator.getByRole('row').filter({ hasText: COLLEAGUE }),
  ).toContainText('Operator');
  await operator.getByRole('button', { name: 'Actions for Gus Guest' }).click();
  await operator.getByRole('menuitem', { name: 'Change role' }).click();
  await operator
    .getByRole('radio', { name: /^Support/ })
    .check({ force: true });
  await operator.getByRole('button', { name: 'Change role' }).click();
  await expect(operator.getByRole('dialog')).toHaveCount(0);
  await expect(
    operator.getByRole('row').filter({ hasText: COLLEAGUE }),
  ).toContainText('Support');
});

/** Goes to the provider with the link of an invitation, and comes back. */
async function accept(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Your name').fill('Gus Guest');
  await page
    .getByRole('button', { name: 'Accept with single sign-on' })
    .click();
}

async function enrolAtSignIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Authenticator app/ }).click();
  const secret = await page.locator('code').innerText();
  await page
    .getByLabel('The code it shows now')
    .fill(codeOf(secret.replaceAll(' ', '')));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

async function open(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: portal.url });
  const page = await context.newPage();
  await page.goto(portal.url);
  return page;
}

async function continueThere(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: 'Continue with single sign-on' })
    .click();
}
