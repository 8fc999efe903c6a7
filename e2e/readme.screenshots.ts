import path from 'node:path';
import { expect, test } from 'playwright/test';
import { customerMember, staffMember } from './support/people';
import { browserOf } from './support/signIn';

const pictures = [
  { of: customerMember('acme', 'owner'), as: 'owner-home', at: '/' },
  {
    of: customerMember('acme', 'owner'),
    as: 'owner-order',
    at: '/create/templates/default/website',
  },
  { of: staffMember('operator'), as: 'staff-home', at: '/' },
];

for (const { of, as, at } of pictures) {
  test(`takes a picture of ${as}`, async ({ browser }) => {
    const page = await browserOf(browser, of);
    await page.goto(at);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    await page.screenshot({
      path: path.join(__dirname, `../docs/images/${as}.png`),
    });
  });
}
