import { expect, test, type Page } from 'playwright/test';
import { callApi } from './support/api';
import { findingsOf, type Scene } from './support/findings';
import { untilMail } from './support/mails';
import {
  orderStarterSite,
  untilDeployment,
  untilInCatalog,
  type OrderedSite,
} from './support/orders';
import { customerMember, staffMember } from './support/people';
import { browserOf } from './support/signIn';

test.describe.configure({ timeout: 300_000 });

let operator: Page;
let owner: Page;
let viewer: Page;
/** A site that is live, and one whose plan waits for approval. */
let live: OrderedSite;
let waiting: OrderedSite;
let passwordLink: string;
let invitationLink: string;
let mailPage: string;

test.beforeAll(async ({ browser }, { workerIndex }) => {
  // After a failure, the rest goes on with all of this made once more.
  const invited = `ivy-${workerIndex}@acme.example`;
  operator = await browserOf(browser, staffMember('operator'));
  owner = await browserOf(browser, customerMember('acme', 'owner'));
  viewer = await browserOf(browser, customerMember('acme', 'viewer'));
  await callApi(operator, 'PATCH', '/api/tenancy/customers/birch', {
    requiresApproval: true,
  });
  const { url } = await callApi<{ url: string }>(
    operator,
    'POST',
    '/api/tenancy/customers/acme/members/bill/password-link',
  );
  passwordLink = url;
  await callApi(owner, 'POST', '/api/tenancy/tenants/acme/invitations', {
    email: invited,
    role: 'developer',
  });
  const mail = await untilMail(operator, invited);
  invitationLink = mail.link;
  mailPage = mail.page;
  live = await orderStarterSite(owner, 'acme', `garden-${workerIndex}`);
  waiting = await orderStarterSite(operator, 'birch', `bakery-${workerIndex}`);
  await untilDeployment(operator, waiting, 'awaiting-approval');
  await untilDeployment(operator, live, 'succeeded');
  await untilInCatalog(operator, live);
  await untilInCatalog(operator, waiting);
});

test('nobody is kept out before they are signed in', async ({ page }) => {
  const scenes = [
    { address: '/set-password#token=used-up' },
    { address: '/forgot-password' },
    { address: '/accept-invitation#token=made-up' },
    { address: '/accept-invitation?error=identity-taken' },
    { address: '/confirm-email#token=made-up' },
    { address: invitationLink },
    { address: '/' },
    { address: passwordLink },
  ];
  expect(await findingsOf(page, scenes)).toEqual([]);
});

test('no page of staff keeps anybody out', async () => {
  const acme = '/customers/acme';
  const scenes: Scene[] = [
    { address: '/' },
    { address: '/sites' },
    { address: '/sites?search=nobody-has-this' },
    { address: '/customers' },
    { address: '/customers?search=nobody-has-this' },
    { address: '/customers/new' },
    { address: '/customers/nobody' },
    { address: acme },
    { address: acme, open: press('Edit') },
    { address: acme, open: pick('More', 'Deactivate') },
    { address: acme, open: pick('More', 'Suspend') },
    { address: acme, open: press('View as') },
    { address: '/roles' },
    { address: acme, open: press('Add with a link') },
    { address: acme, open: press('Invite member') },
    { address: '/catalog' },
    { address: '/catalog?search=nobody-has-this' },
    { address: '/catalog/acme/group/acme' },
    { address: '/catalog/acme/user/anna' },
    { address: '/catalog/default/system/portal' },
    { address: '/catalog/default/api/sites' },
    { address: pageOf(live) },
    { address: `${pageOf(live)}/deployments` },
    { address: `${pageOf(live)}/settings` },
    { address: deploymentOf(waiting) },
    { address: deploymentOf(waiting), open: press('Reject') },
    { address: deploymentOf(waiting), open: press('Cancel the deployment') },
    { address: '/audit' },
    { address: '/audit', open: openFirstEvent },
    { address: '/audit?search=nobody-has-this' },
    { address: '/create/templates/default/website' },
    { address: '/outbox' },
    { address: '/outbox?search=nobody-has-this' },
    { address: mailPage },
    { address: `${mailPage}?view=text` },
    { address: '/settings' },
    { address: '/nowhere' },
  ];
  expect(await findingsOf(operator, scenes)).toEqual([]);
});

test('no page about the staff keeps anybody out', async () => {
  const scenes: Scene[] = [
    { address: '/staff' },
    { address: '/staff', open: press('Invite a colleague') },
    { address: '/staff', open: press('Add with a link') },
    { address: '/staff', open: choose('Sara Support', 'Change role') },
    { address: '/staff', open: choose('Sara Support', 'Sign-in help') },
    { address: '/staff', open: choose('Sara Support', 'Remove') },
  ];
  expect(await findingsOf(operator, scenes)).toEqual([]);
});

test('no page of owners keeps anybody out', async () => {
  const settings = `${pageOf(live)}/settings`;
  const scenes: Scene[] = [
    { address: '/' },
    { address: '/sites' },
    { address: '/members' },
    { address: '/members', open: press('Add with a link') },
    { address: '/members', open: press('Invite member') },
    { address: '/members', open: press('Revoke') },
    { address: '/account' },
    { address: '/account/security' },
    { address: '/usage' },
    { address: '/account', open: press('Change e-mail address') },
    { address: '/members', open: choose('Vera Viewer', 'Change role') },
    { address: '/members', open: choose('Vera Viewer', 'New set-password') },
    { address: '/members', open: choose('Vera Viewer', 'Remove') },
    { address: '/audit', open: openFirstEvent },
    { address: pageOf(live) },
    { address: `${pageOf(live)}/deployments` },
    { address: settings },
    { address: '/roles' },
    { address: '/settings/customer' },
    { address: settings, open: press('Suspend the site') },
    { address: settings, open: press('Delete the site') },
    { address: deploymentOf(live) },
    { address: orderForm, open: ['name', nameStep] },
    { address: orderForm, open: ['place and size', placeStep] },
    { address: orderForm, open: ['content', contentStep] },
    { address: orderForm, open: ['review', reviewStep] },
    { address: '/settings' },
    { address: '/catalog/acme/component/nothing' },
  ];
  expect(await findingsOf(owner, scenes)).toEqual([]);
});

test('no page of viewers keeps anybody out', async () => {
  const scenes = [
    '/',
    '/sites',
    '/members',
    '/account/security',
    pageOf(live),
    `${pageOf(live)}/settings`,
    deploymentOf(live),
    '/settings',
    '/audit',
    '/customers',
  ].map(address => ({ address }));
  expect(await findingsOf(viewer, scenes)).toEqual([]);
});

function pageOf({ customer, name }: OrderedSite): string {
  return `/catalog/${customer}/component/${name}`;
}

function deploymentOf({ customer, deploymentId }: OrderedSite): string {
  return `/sites/${customer}/deployments/${deploymentId}`;
}

/** What the first event of the audit trail says in full. */
const openFirstEvent: Scene['open'] = [
  'an event',
  async page => {
    await page.locator('main ol button').first().click();
    await expect(
      page.getByRole('button', { name: 'Everything about this' }),
    ).toBeVisible();
  },
];

function press(name: string): Scene['open'] {
  return [
    name,
    async page => {
      await page.getByRole('button', { name }).first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  ];
}

function pick(menu: string, action: string): Scene['open'] {
  return [
    action,
    async page => {
      await page.getByRole('button', { name: menu, exact: true }).click();
      await page.getByRole('menuitem', { name: action }).click();
      await expect(page.getByRole('menu')).toHaveCount(0);
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  ];
}

function choose(member: string, action: string): Scene['open'] {
  return [
    action,
    async page => {
      await page.getByRole('button', { name: `Actions for ${member}` }).click();
      await page.getByRole('menuitem', { name: action }).click();
      await expect(page.getByRole('menu')).toHaveCount(0);
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  ];
}

/** The steps of the order form, each going on from the one before. */
const orderForm = '/create/templates/default/website';

async function nameStep(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: /^Name/ }).fill('meadow');
  await expect(page.getByText('Free. The address will be')).toBeVisible();
}

async function placeStep(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('radio', { name: /Small/ }).check({ force: true });
}

async function contentStep(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('radio', { name: /own files/ }).check({ force: true });
  await page.getByRole('button', { name: 'Review the order' }).click();
  await expect(
    page.getByText('wait until they are checked').first(),
  ).toBeVisible();
}

async function reviewStep(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /Starter/ }).check({ force: true });
  await page.getByRole('button', { name: 'Review the order' }).click();
  await expect(
    page.getByRole('button', { name: 'Order with this price' }),
  ).toBeVisible();
}
