import fs from 'node:fs';
import { expect, test } from 'playwright/test';
import { focusFile, importCharges } from './support/charges';
import { customerMember, staffMember } from './support/people';
import { browserOf } from './support/signIn';

test.describe.configure({ mode: 'serial' });

const SOURCE = 'Tagged Cloud';
const bill = focusFile([
  {
    customer: 'acme',
    service: 'Ledger',
    amount: '80',
    tags: { Owner_Name: 'Books', zone: 'Red' },
  },
  {
    customer: 'acme',
    service: 'Archive',
    amount: '20',
    tags: { zone: 'gren' },
  },
  { customer: 'birch', service: 'Vault', amount: '5', tags: {} },
]);

test('finance asks for a tag, tries it, puts it in force and sees what complies', async ({
  browser,
}) => {
  const finance = await browserOf(browser, staffMember('finance'));
  const main = finance.getByRole('main');
  await finance.goto('/costs');
  await main.getByRole('link', { name: 'Tags' }).click();
  await main.getByRole('link', { name: 'Tag policy' }).click();
  await main.getByRole('button', { name: 'Add a tag' }).click();
  const dialog = finance.getByRole('dialog');
  await dialog.getByLabel('Key', { exact: false }).first().fill('zone');
  await dialog.getByLabel('Allowed values').fill('red\ngreen');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await main.getByRole('button', { name: 'Add a tag' }).click();
  await dialog.getByLabel('Key', { exact: false }).first().fill('owner');
  await dialog.getByLabel('Other spellings of the key').fill('owner-name');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await main.getByRole('button', { name: 'Try it' }).click();
  await expect(
    main.getByRole('table', { name: /What it would say of/ }),
  ).toContainText('zone');
  await main.getByRole('button', { name: 'Put in force' }).click();
  await expect(main.getByText(/is in force; frank made it/)).toBeVisible();
  // What came in before keeps its figures.
  await expect(
    main.getByText(/keep the policy they came in with/),
  ).toBeVisible();

  await importCharges(finance, SOURCE, bill);
  await finance.goto('/costs/tags?key=zone&search=acme-');
  const fixes = main.getByRole('table', { name: 'What to fix' });
  await expect(
    fixes.getByRole('row', { name: /acme-Archive.*zone=gren.*zone=green/ }),
  ).toBeVisible();
  const [download] = await Promise.all([
    finance.waitForEvent('download'),
    main.getByRole('button', { name: 'Export as CSV' }).click(),
  ]);
  const content = fs.readFileSync(await download.path(), 'utf8');
  expect(content).toContain('zone=gren,zone=green');
  expect(content).not.toContain('Vault');
});

test('an owner sees what to fix in its own resources, and costs by what tags mean', async ({
  browser,
}) => {
  const owner = await browserOf(browser, customerMember('acme', 'owner'));
  const main = owner.getByRole('main');
  await owner.goto('/costs/tags?key=zone');
  const fixes = main.getByRole('table', { name: 'What to fix' });
  await expect(fixes).toContainText('acme-Archive');
  await expect(fixes).not.toContainText('birch-Vault');
  await expect(main.getByText('By customer')).toHaveCount(0);
  await owner.goto('/costs/tags/policy');
  await expect(main.getByText('The tag policy is for staff')).toBeVisible();

  await owner.goto('/costs?by=tag:owner');
  const byOwner = main.getByRole('table', { name: 'By tag owner' });
  await expect(byOwner.getByRole('row', { name: /^Books/ })).toContainText(
    '€80.00',
  );
  await expect(byOwner.getByRole('row', { name: /^Not tagged/ })).toBeVisible();
  await byOwner.getByRole('link', { name: 'Books' }).click();
  await expect(
    main.getByRole('button', { name: 'Remove the filter Tag owner: Books' }),
  ).toBeVisible();
  await expect(
    main.getByRole('table', { name: 'By service category' }),
  ).toContainText('€80.00');
});
