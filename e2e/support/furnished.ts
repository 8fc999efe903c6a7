import type { Browser, Page } from 'playwright/test';
import { callApi } from './api';
import { focusFile, importCharges, thisMonth } from './charges';
import { untilMail } from './mails';
import {
  orderStarterSite,
  untilDeployment,
  untilInCatalog,
  type OrderedSite,
} from './orders';
import { customerMember, staffMember } from './people';
import { browserOf } from './signIn';

/** A portal with something on every page, and the people who look at it. */
export interface Furnished {
  operator: Page;
  finance: Page;
  owner: Page;
  viewer: Page;
  /** A site that is live, and one whose plan waits for approval. */
  live: OrderedSite;
  waiting: OrderedSite;
  /** Links that were handed over or mailed, and are not used yet. */
  passwordLink: string;
  invitationLink: string;
  /** Path of the page of prices that are not published. */
  priceDraft: string;
  /** Path of the page of a mail. */
  mailPage: string;
  /** Days that have charges, as addresses name them, and what brought them. */
  costs: { range: string; importPage: string };
}

/**
 * @param mark - in the names of what is made; nothing is made twice by one name
 */
export async function furnish(
  browser: Browser,
  mark: string,
): Promise<Furnished> {
  const operator = await browserOf(browser, staffMember('operator'));
  const finance = await browserOf(browser, staffMember('finance'));
  const owner = await browserOf(browser, customerMember('acme', 'owner'));
  const viewer = await browserOf(browser, customerMember('acme', 'viewer'));
  await callApi(operator, 'PATCH', '/api/tenancy/customers/birch', {
    requiresApproval: true,
  });
  await callApi(finance, 'PUT', '/api/sites/customers/acme/monthly-limit', {
    amount: '100.00',
    reason: 'As agreed',
  });
  const draft = await callApi<{ priceBookId: string }>(
    finance,
    'POST',
    '/api/sites/price-books',
    { version: `next-${mark}`, source: 'The board of November' },
  );
  const { url: passwordLink } = await callApi<{ url: string }>(
    operator,
    'POST',
    '/api/tenancy/customers/acme/members/bill/password-link',
  );
  const invited = `ivy-${mark}@acme.example`;
  await callApi(owner, 'POST', '/api/tenancy/tenants/acme/invitations', {
    email: invited,
    role: 'developer',
  });
  const mail = await untilMail(operator, invited);
  const live = await orderStarterSite(owner, 'acme', `garden-${mark}`);
  const waiting = await orderStarterSite(operator, 'birch', `bakery-${mark}`);
  await untilDeployment(operator, waiting, 'awaiting-approval');
  await untilDeployment(operator, live, 'succeeded');
  await untilInCatalog(operator, live);
  await untilInCatalog(operator, waiting);
  const importId = await importCharges(
    finance,
    `Bill of ${mark}`,
    focusFile([
      { ...live, site: live.siteId, service: 'Server', amount: '120.5' },
      { ...live, service: 'Disk', amount: '9.25' },
      { ...waiting, service: 'Mail', amount: '40' },
      { ...live, service: 'Server', amount: 'about ten' },
    ]),
  );
  await callApi(finance, 'POST', '/api/costs/views', {
    name: `Sites of ${mark}`,
    parameters: { by: 'site', vs: 'before' },
    isShared: true,
  });
  return {
    operator,
    finance,
    owner,
    viewer,
    live,
    waiting,
    passwordLink,
    priceDraft: `/prices/${draft.priceBookId}`,
    invitationLink: mail.link,
    mailPage: mail.page,
    costs: {
      range: `from=${thisMonth()}&to=${thisMonth().slice(0, 8)}08`,
      importPage: `/costs/imports/${importId}`,
    },
  };
}
