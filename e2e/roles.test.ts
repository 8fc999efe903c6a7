import { expect, test, type Browser, type Page } from 'playwright/test';
import { customerMember, demo, staffMember } from './support/people';
import { browserOf, signIn } from './support/signIn';

test.describe.configure({ mode: 'serial' });

test('a role that is changed holds in a session that is open', async ({
  browser,
}) => {
  const developer = await browserOf(
    browser,
    customerMember('acme', 'developer'),
  );
  const orderLink = developer
    .getByRole('navigation')
    .first()
    .getByRole('link', { name: 'Order a site' });
  await expect(orderLink).toBeVisible();

  const owner = await browserOf(browser, customerMember('acme', 'owner'));
  await changeRole(owner, 'Dora Developer', 'Viewer', 'Order a site');
  await developer.goto('/sites');
  await expect(developer.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(orderLink).toHaveCount(0);
  await developer.goto('/roles?action=sites.site.order');
  await expect(developer.getByText('You may not')).toBeVisible();
  await expect(developer.getByText(/Anna Owner/)).toBeVisible();

  await changeRole(owner, 'Dora Developer', 'Developer');
  await developer.goto('/roles?action=sites.site.order');
  await expect(developer.getByText('You may', { exact: true })).toBeVisible();
});

test('an answer that is being streamed to a removed member ends', async ({
  browser,
}) => {
  const owner = await browserOf(browser, customerMember('acme', 'owner'));
  // The customer asks for approvals, so that the deployment stays open.
  await owner.goto('/settings/customer');
  const approval = owner.getByRole('checkbox', { name: /wait for approval/ });
  await approval.check({ force: true });
  await owner.getByRole('button', { name: 'Save changes' }).click();
  await expect(owner.getByText('Saved')).toBeVisible();
  const deployment = await orderSite(owner, 'acme', 'streamed');
  await expect
    .poll(async () => (await call(owner, deployment)).body.state, {
      timeout: 60_000,
    })
    .toBe('awaiting-approval');

  const reader = await browserOf(browser, customerMember('acme', 'billing'));
  const ended = streamLog(reader, deployment);
  await reader.waitForTimeout(2_000);
  await owner.goto('/members');
  await owner.getByRole('button', { name: 'Actions for Bill Billing' }).click();
  await owner.getByRole('menuitem', { name: 'Remove' }).click();
  await owner
    .getByRole('textbox', { name: 'Type Bill Billing to confirm' })
    .fill('Bill Billing');
  await owner.getByRole('button', { name: 'Remove member' }).click();
  expect(await ended).toBe('ended');
  await reader.goto('/');
  await expect(reader.getByLabel('E-mail')).toBeVisible();
});

test('staff view as a customer, read-only, and its owner sees who looked', async ({
  browser,
}) => {
  const support = await browserOf(browser, staffMember('support'));
  await support.goto('/customers/acme');
  await support.getByRole('button', { name: 'View as' }).click();
  await support.getByLabel('Reason').fill('Your call of this morning');
  await support.getByRole('button', { name: 'Start viewing' }).click();

  const banner = support.getByRole('complementary', {
    name: 'Viewing as Acme Bikes',
  });
  await expect(banner).toContainText('Your call of this morning');
  await expect(
    support.getByRole('heading', { level: 1, name: 'Acme Bikes' }),
  ).toBeVisible();
  await expect(
    support.getByRole('navigation').first().getByText('Customers'),
  ).toHaveCount(0);
  await support.goto('/sites');
  await expect(banner).toBeVisible();
  const foreign = await call(support, '/api/tenancy/customers/birch');
  const unknown = await call(support, '/api/tenancy/customers/nobody');
  expect([foreign.status, unknown.status]).toEqual([404, 404]);
  const change = await call(support, '/api/tenancy/customers/acme/settings', {
    method: 'PATCH',
    body: { name: 'Changed' },
  });
  expect(change.status).toBe(403);

  const owner = await browserOf(browser, customerMember('acme', 'owner'));
  await owner.goto('/settings/customer');
  await expect(owner.getByText('Sara Support')).toBeVisible();
  await expect(owner.getByText('Your call of this morning')).toBeVisible();

  await banner.getByRole('button', { name: 'Stop viewing' }).click();
  await expect(
    support.getByRole('heading', { level: 1, name: 'Customers' }),
  ).toBeVisible();
  await expect(banner).toHaveCount(0);
});

test('a suspended customer is locked out and told so, until it is resumed', async ({
  browser,
}) => {
  const member = await browserOf(browser, customerMember('birch', 'owner'));
  const operator = await browserOf(browser, staffMember('operator'));
  await operator.goto('/customers/birch');
  await operator.getByRole('button', { name: 'More' }).click();
  await operator.getByRole('menuitem', { name: 'Suspend' }).click();
  await operator.getByLabel('Reason').fill('Three invoices are open');
  await operator
    .getByRole('textbox', { name: 'Type Birch Bakery to confirm' })
    .fill('Birch Bakery');
  await operator.getByRole('button', { name: 'Suspend customer' }).click();
  await expect(operator.getByRole('button', { name: 'Resume' })).toBeVisible();
  await expect(operator.getByRole('dialog')).toHaveCount(0);
  await expect(operator.getByText('Three invoices are open')).toBeVisible();

  await member.goto('/sites');
  await expect(member.getByLabel('E-mail')).toBeVisible();
  await tryToSignIn(member, customerMember('birch', 'owner').email);
  await expect(
    member.getByRole('alert').filter({ hasText: 'suspended' }),
  ).toBeVisible();

  const order = await placeOrder(operator, 'birch', 'refused');
  expect(order.status).toBe(409);
  await operator.getByRole('button', { name: 'Resume' }).click();
  await operator.getByRole('button', { name: 'Resume customer' }).click();
  await expect(operator.getByRole('dialog')).toHaveCount(0);
  await expect(operator.getByText('Active', { exact: true })).toBeVisible();
  await signIn(member, customerMember('birch', 'owner').email);
});

test('ownership is handed over in one step', async ({ browser }) => {
  const owner = await browserOf(browser, customerMember('acme', 'owner'));
  await owner.goto('/members');
  await owner.getByRole('button', { name: 'Actions for Adam Admin' }).click();
  await owner.getByRole('menuitem', { name: 'Hand over ownership' }).click();
  await owner
    .getByRole('textbox', { name: 'Type Adam Admin to confirm' })
    .fill('Adam Admin');
  await owner.getByRole('button', { name: 'Hand over ownership' }).click();
  await owner.waitForURL('/members');
  await expect(roleOf(owner, 'Adam Admin')).toContainText('Owner');
  await expect(roleOf(owner, 'Anna Owner')).toContainText('Admin');

  // Back, for the tests that come after this one.
  const admin = await browserOf(browser, customerMember('acme', 'admin'));
  await call(admin, '/api/tenancy/customers/acme/ownership', {
    method: 'POST',
    body: { to: 'anna' },
  });
  await owner.reload();
  await expect(roleOf(owner, 'Anna Owner')).toContainText('Owner');
});

test.afterAll(async ({ browser }) => {
  await restoreAcme(browser);
});

function roleOf(page: Page, name: string) {
  return page.getByRole('row').filter({ hasText: name });
}

async function changeRole(
  owner: Page,
  name: string,
  role: string,
  consequence?: string,
): Promise<void> {
  await owner.goto('/members');
  await owner.getByRole('button', { name: `Actions for ${name}` }).click();
  await owner.getByRole('menuitem', { name: 'Change role' }).click();
  await owner
    .getByRole('radio', { name: new RegExp(`^${role}`) })
    .check({ force: true });
  if (consequence) {
    await expect(owner.getByText(/no longer be able to/)).toContainText(
      consequence,
    );
  }
  await owner.getByRole('button', { name: 'Change role' }).click();
  await expect(owner.getByRole('dialog')).toHaveCount(0);
}

async function tryToSignIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('textbox', { name: /^Password/ }).fill(demo.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** @returns the path of the deployment in the API */
async function orderSite(
  page: Page,
  customer: string,
  name: string,
): Promise<string> {
  const { status, body } = await placeOrder(page, customer, name);
  expect(status).toBe(201);
  return `/api/sites/customers/${customer}/deployments/${body.deployment.deploymentId}`;
}

function placeOrder(page: Page, customer: string, name: string) {
  return call(page, `/api/sites/customers/${customer}/sites`, {
    method: 'POST',
    headers: { 'idempotency-key': `roles-${name}` },
    body: {
      name,
      cloud: 'local',
      region: 'this-machine',
      size: 'small',
      content: { kind: 'starter' },
    },
  });
}

/** Calls the API as the page does, with the token of its session. */
async function call(
  page: Page,
  path: string,
  options: {
    method?: string;
    headers?: Record<string, string>;
    body?: object;
  } = {},
): Promise<{ status: number; body: any }> {
  const token = await tokenOf(page);
  return page.evaluate(
    async ([to, bearer, { method, headers, body }]) => {
      const response = await fetch(to, {
        method,
        headers: {
          authorization: `Bearer ${bearer}`,
          'content-type': 'application/json',
          ...headers,
        },
        body: body && JSON.stringify(body),
      });
      const text = await response.text();
      return { status: response.status, body: text ? JSON.parse(text) : {} };
    },
    [path, token, options] as const,
  );
}

/** Reads a log until the portal ends the answer. */
async function streamLog(page: Page, deployment: string): Promise<string> {
  const token = await tokenOf(page);
  return page.evaluate(
    async ([to, bearer]) => {
      const response = await fetch(to, {
        headers: { authorization: `Bearer ${bearer}` },
      });
      const reader = response.body!.getReader();
      const late = new Promise<string>(resolve => {
        setTimeout(() => resolve('still open'), 45_000);
      });
      const end = async () => {
        while (!(await reader.read()).done);
        return 'ended';
      };
      return Promise.race([end().catch(() => 'ended'), late]);
    },
    [`${deployment}/log`, token] as const,
  );
}

/** The token that the page sends by itself. */
async function tokenOf(page: Page): Promise<string> {
  const [request] = await Promise.all([
    page.waitForRequest(sent =>
      (sent.headers().authorization ?? '').startsWith('Bearer '),
    ),
    page.reload(),
  ]);
  return request.headers().authorization.replace('Bearer ', '');
}

/** Nothing waits for approval any more. */
async function restoreAcme(browser: Browser): Promise<void> {
  const owner = await browserOf(browser, customerMember('acme', 'owner'));
  await call(owner, '/api/tenancy/customers/acme/settings', {
    method: 'PATCH',
    body: { requiresApproval: false },
  });
}
