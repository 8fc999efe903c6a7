import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from 'playwright/test';
import { customerMember, staffMember } from './support/people';
import { browserOf } from './support/signIn';

const pagesOfStaff = [
  '/',
  '/sites',
  '/customers',
  '/customers/new',
  '/customers/acme',
];
const pagesOfOwners = [
  '/',
  '/sites',
  '/members',
  '/create/templates/default/website',
];

test('the sign-in page has no serious finding', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByLabel('E-mail')).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no page of staff has a serious finding in ${colorScheme} mode`, async ({
    browser,
  }) => {
    const page = await browserOf(browser, staffMember('operator'), {
      colorScheme,
    });
    expect(await findingsOf(page, pagesOfStaff)).toEqual([]);
  });

  test(`no page of owners has a serious finding in ${colorScheme} mode`, async ({
    browser,
  }) => {
    const page = await browserOf(browser, customerMember('acme', 'owner'), {
      colorScheme,
    });
    expect(await findingsOf(page, pagesOfOwners)).toEqual([]);
  });
}

async function findingsOf(page: Page, addresses: string[]): Promise<string[]> {
  const findings: string[] = [];
  for (const address of addresses) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    findings.push(...(await seriousFindings(page)));
  }
  return findings;
}

/** Findings that keep somebody out, one line each. */
async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => {
      const where = nodes.map(node => node.target.join(' ')).join(', ');
      return `${new URL(page.url()).pathname}: ${id} at ${where}`;
    });
}
