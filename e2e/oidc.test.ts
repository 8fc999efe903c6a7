import { expect, test, type Browser, type Page } from 'playwright/test';
import { customerMember, demo, staffMember } from './support/people';
import { codeOf } from './support/secondFactor';
import { signIn } from './support/signIn';
import { startOidcPortal, type OidcPortal } from './support/startOidcPortal';

const owner = customerMember('birch', 'owner');
const atWork = {
  subject: '0815',
  email: 'bea@work.example',
  isVerified: false,
};

let portal: OidcPortal;
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
  const desk = await open(browser);
  await desk.getByLabel('E-mail').fill(staffMember('operator').email);
  await desk.getByRole('textbox', { name: /^Password/ }).fill(demo.password);
  await desk.getByRole('button', { name: 'Sign in' }).click();
  await desk.getByRole('button', { name: /^Authenticator app/ }).click();
  const secret = await desk.locator('code').innerText();
  await desk
    .getByLabel('The code it shows now')
    .fill(codeOf(secret.replaceAll(' ', '')));
  await desk.getByRole('button', { name: 'Confirm' }).click();
  await desk.getByRole('button', { name: 'I have kept them' }).click();
  await expect(desk.getByRole('navigation').first()).toBeVisible();
});

async function open(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(portal.url);
  return page;
}

async function continueThere(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: 'Continue with single sign-on' })
    .click();
}
