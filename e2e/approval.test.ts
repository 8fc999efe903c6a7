import { expect, test, type Page } from 'playwright/test';
import { callApi } from './support/api';
import { acceptWithPassword } from './support/invitations';
import { untilMail } from './support/mails';
import { orderStarterSite, untilInCatalog } from './support/orders';
import { customerMember, staffMember } from './support/people';
import { browserOf, signIn } from './support/signIn';
import { startOwnPortal, type OwnPortal } from './support/startOwnPortal';

const COLLEAGUE = 'odo@freehold.example';
const PASSWORD = 'copper-lantern-38-orchard';
const CUSTOMER = 'birch';
const SITE = 'bakery';

let portal: OwnPortal;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  portal = await startOwnPortal({ sites_approvals_fourEyes: true });
});
test.afterAll(() => portal.stop());

test('an order over the limit is denied with its reason, changed, approved by somebody else than who asked, and open', async ({
  browser,
}) => {
  const at = { baseURL: portal.url };
  const operator = await browserOf(browser, staffMember('operator'), at);
  await callApi(operator, 'PATCH', `/api/tenancy/customers/${CUSTOMER}`, {
    requiresApproval: true,
  });
  await callApi(
    operator,
    'PUT',
    `/api/sites/customers/${CUSTOMER}/monthly-limit`,
    { amount: '10.00', reason: 'As agreed.' },
  );

  const order = await orderStarterSite(operator, CUSTOMER, SITE, 'medium');
  await operator.goto(`/sites/${CUSTOMER}/deployments/${order.deploymentId}`);
  await expect(operator.getByText('Why it stopped')).toBeVisible();
  await expect(
    operator
      .getByText(/would cost 12\.50 EUR .* the limit is 10\.00 EUR/)
      .first(),
  ).toBeVisible();

  await untilInCatalog(operator, order);
  await operator.goto(`/catalog/${CUSTOMER}/component/${SITE}/settings`);
  await operator.getByRole('radio', { name: /^Small/ }).check({ force: true });
  await operator.getByRole('button', { name: 'Deploy the change' }).click();
  const approve = operator.getByRole('button', { name: 'Approve the plan' });
  await expect(
    operator.getByText('somebody else has to approve it'),
  ).toBeVisible();
  await expect(approve).toBeDisabled();

  const plan = new URL(operator.url()).pathname;
  const colleague = await becomeOperator(operator, await browser.newPage(at));
  await colleague.goto(plan);
  await expect(colleague.getByText('Needs approval').first()).toBeVisible();
  await colleague.getByRole('button', { name: 'Approve the plan' }).click();
  const state = colleague.getByRole('main').getByRole('status').first();
  await expect(state).toContainText(/live/i, { timeout: 60_000 });

  const owner = await browserOf(browser, customerMember(CUSTOMER, 'owner'), at);
  await owner.goto(plan);
  const [opened] = await Promise.all([
    owner.context().waitForEvent('page'),
    owner.getByRole('link', { name: /^Open the site/ }).click(),
  ]);
  expect(new URL(opened.url()).hostname).toBe(`${SITE}.${CUSTOMER}.localhost`);
  await expect(opened.getByRole('heading').first()).toBeVisible();
});

/** Joins the staff by invitation. */
async function becomeOperator(operator: Page, guest: Page): Promise<Page> {
  await callApi(operator, 'POST', '/api/tenancy/tenants/default/invitations', {
    email: COLLEAGUE,
    role: 'operator',
  });
  const { link } = await untilMail(operator, COLLEAGUE);
  await guest.goto(link);
  await acceptWithPassword(guest, 'Odo Operator', PASSWORD);
  await signIn(guest, COLLEAGUE, PASSWORD);
  return guest;
}
