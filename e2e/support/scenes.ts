import { expect, type Page } from 'playwright/test';
import type { Furnished } from './furnished';
import { showDrift } from './drift';
import type { OrderedSite } from './orders';

/** A page, or what opens on one, for everybody to be able to use. */
export interface Scene {
  address: string;
  /** What to do there first, such as to open a dialog; named in findings. */
  open?: [name: string, act: (page: Page) => Promise<unknown>];
}

export function scenesOfStrangers({
  invitationLink,
  passwordLink,
}: Furnished): Scene[] {
  return [
    { address: '/set-password#token=used-up' },
    { address: '/forgot-password' },
    { address: '/accept-invitation#token=made-up' },
    { address: '/accept-invitation?error=identity-taken' },
    { address: '/confirm-email#token=made-up' },
    { address: invitationLink },
    { address: '/' },
    { address: passwordLink },
  ];
}

export function scenesOfStaff({ live, waiting, mailPage }: Furnished): Scene[] {
  const acme = '/customers/acme';
  return [
    { address: '/' },
    { address: '/sites' },
    { address: '/sites?search=nobody-has-this' },
    { address: '/sites/given-up' },
    { address: '/sites/log-search' },
    { address: '/sites/log-search?search=terraform' },
    { address: '/customers' },
    { address: '/customers?search=nobody-has-this' },
    { address: '/customers/new' },
    { address: '/customers/nobody' },
    { address: acme },
    { address: acme, open: press('Edit') },
    { address: acme, open: pick('More', 'Deactivate') },
    { address: acme, open: pick('More', 'Suspend') },
    { address: acme, open: press('View as') },
    { address: acme, open: press('Set the monthly limit') },
    { address: '/prices' },
    { address: '/roles' },
    { address: '/settings/clouds' },
    { address: '/settings/clouds', open: press('Enter credentials') },
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
    { address: `${deploymentOf(live)}?log=open&find=apply` },
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
    // Last, since the page goes on showing the site so.
    { address: pageOf(live), open: ['drift', showDrift] },
    { address: pageOf(live), open: ['accept drift', acceptDrift] },
  ];
}

export function scenesOfFinance({ priceDraft, costs }: Furnished): Scene[] {
  return [
    { address: '/costs' },
    { address: '/costs', open: press('Filter') },
    { address: `/costs?${costs.range}` },
    {
      address: `/costs?${costs.range}`,
      open: ['figures as a table', asTable('Over time')],
    },
    { address: '/costs?range=last-month&vs=before' },
    {
      address: '/costs?range=last-month&vs=before',
      open: ['figures as a table', asTable('Over time')],
    },
    { address: '/costs', open: pick('Views', 'Save this view') },
    { address: '/costs', open: pick('Views', 'Manage views') },
    { address: `/costs/charges?${costs.range}` },
    { address: `/costs/charges?${costs.range}`, open: openFirstCharge },
    { address: '/costs/charges?filter=service_name:nobody-has-this' },
    { address: '/costs/imports' },
    { address: costs.importPage },
    { address: '/costs/imports/nothing' },
    { address: '/costs/periods' },
    { address: '/costs/reconciliation' },
    { address: '/costs/tags' },
    {
      address: '/costs/tags',
      open: ['figures as a table', asTable('Compliance by month')],
    },
    { address: '/costs/tags?search=nobody-has-this' },
    { address: '/costs/tags/policy' },
    { address: '/costs/tags/policy', open: press('Add a tag') },
    { address: '/costs/tags/policy', open: press('Add a rule') },
    { address: '/costs/markups' },
    { address: '/costs/markups', open: press('Set a mark-up') },
    { address: '/costs/allocation' },
    { address: '/costs/allocation', open: press('Add a rule') },
    { address: '/costs/allocation/simulation' },
    { address: '/costs/allocation/unallocated' },
    { address: '/costs/allocation/unallocated?by=tag_key' },
    { address: '/costs/allocation/versions' },
    { address: '/prices' },
    { address: '/prices', open: press('Draft new prices') },
    { address: priceDraft },
    { address: priceDraft, open: ['a wrong amount', wrongAmount] },
    { address: priceDraft, open: press('Publish') },
    { address: priceDraft, open: press('Throw away') },
  ];
}

export function scenesAboutStaff(): Scene[] {
  return [
    { address: '/staff' },
    { address: '/staff', open: press('Invite a colleague') },
    { address: '/staff', open: press('Add with a link') },
    { address: '/staff', open: choose('Sara Support', 'Change role') },
    { address: '/staff', open: choose('Sara Support', 'Sign-in help') },
    { address: '/staff', open: choose('Sara Support', 'Remove') },
  ];
}

export function scenesOfOwners({ live, costs }: Furnished): Scene[] {
  const settings = `${pageOf(live)}/settings`;
  return [
    { address: '/' },
    { address: '/sites' },
    { address: '/costs' },
    { address: `/costs?${costs.range}` },
    { address: '/costs?range=last-month&vs=last-year' },
    { address: '/costs', open: pick('Views', 'Save this view') },
    { address: `/costs/charges?${costs.range}` },
    { address: '/costs/imports' },
    { address: '/costs/tags' },
    { address: '/sites/log-search?search=apply' },
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
    { address: '/settings/clouds' },
    { address: '/settings/clouds', open: press('Enter credentials') },
    { address: settings, open: ['another size', anotherSize] },
    { address: settings, open: press('Suspend the site') },
    { address: settings, open: press('Delete the site') },
    { address: deploymentOf(live) },
    { address: orderForm, open: ['name', nameStep] },
    { address: orderForm, open: ['place and size', placeStep] },
    { address: orderForm, open: ['content', contentStep] },
    { address: orderForm, open: ['review', reviewStep] },
    { address: '/settings' },
    { address: '/catalog/acme/component/nothing' },
    { address: pageOf(live), open: ['drift', showDrift] },
  ];
}

export function scenesOfViewers({ live }: Furnished): Scene[] {
  return [
    '/',
    '/sites',
    '/members',
    '/account/security',
    pageOf(live),
    `${pageOf(live)}/settings`,
    deploymentOf(live),
    '/usage',
    '/costs',
    '/prices',
    '/settings',
    '/audit',
    '/customers',
  ].map(address => ({ address }));
}

function pageOf({ customer, name }: OrderedSite): string {
  return `/catalog/${customer}/component/${name}`;
}

export function deploymentOf({ customer, deploymentId }: OrderedSite): string {
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

/** Drawings as the tables that they are made of, one of which has the name. */
function asTable(name: string) {
  return async (page: Page): Promise<void> => {
    const toggles = page.getByRole('radio', { name: 'Table' });
    for (const toggle of await toggles.all()) {
      await toggle.click();
    }
    await expect(page.getByRole('table', { name })).toBeVisible();
  };
}

const openFirstCharge: Scene['open'] = [
  'a charge',
  async page => {
    await page.locator('main tbody').getByRole('link').first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
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

async function acceptDrift(page: Page): Promise<void> {
  await showDrift(page);
  await page.getByRole('button', { name: 'Accept as it is' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
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

async function anotherSize(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /Medium/ }).check({ force: true });
  await expect(page.getByText('Total a month')).toBeVisible();
}

async function wrongAmount(page: Page): Promise<void> {
  const amount = page.getByRole('textbox', { name: /^Price of Size Small/ });
  await amount.first().fill('much');
  await page.keyboard.press('Tab');
  await expect(page.getByText(/Give a decimal/)).toBeVisible();
}

/** The steps of the order form, each going on from the one before. */
const orderForm = '/create/templates/default/website';

async function nameStep(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: /^Name/ }).fill('meadow');
  await expect(page.getByText(/^Free\. .*the address will be/i)).toBeVisible();
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
  await expect(page.getByText('Total a month')).toBeVisible();
  await page.getByRole('button', { name: 'Review the order' }).click();
  await expect(
    page.getByRole('button', { name: 'Order with this price' }),
  ).toBeVisible();
}
