import fs from 'node:fs';
import { expect, test, type Download } from 'playwright/test';
import { focusFile } from './support/charges';
import { customerMember, staffMember } from './support/people';
import { browserOf } from './support/signIn';

test.describe.configure({ mode: 'serial' });

const bill = focusFile([
  { customer: 'acme', service: 'Hypervisor', amount: '120.50' },
  { customer: 'acme', service: 'Array', amount: '9.25' },
  { customer: 'birch', service: 'Relay', amount: '40' },
  { customer: 'acme', service: 'Hypervisor', amount: 'about ten' },
]);

test('finance imports a bill, sees what was rejected and follows a cost down to its rows', async ({
  browser,
}) => {
  const finance = await browserOf(browser, staffMember('finance'));
  await finance.goto('/costs/imports');
  // The costs of the demo come in at the first start.
  await expect(finance.getByText('demo-usd.csv').first()).toBeVisible();
  await finance.getByRole('button', { name: /Source/ }).click();
  await finance.getByRole('option', { name: 'A new source' }).click();
  await finance
    .getByRole('textbox', { name: 'Name of the new source' })
    .fill('Northern Cloud');
  await finance.locator('input[type=file]').setInputFiles({
    name: 'bill.csv',
    mimeType: 'text/csv',
    buffer: bill,
  });

  const main = finance.getByRole('main');
  await expect(main.getByText('3 rows went in, 1 was rejected.')).toBeVisible({
    timeout: 60_000,
  });
  await expect(
    main.getByRole('table', { name: 'What it replaced' }),
  ).toContainText('169.75');
  const rejected = main.getByRole('table', { name: 'Rejected rows' });
  await expect(rejected).toContainText('BilledCost');
  await expect(rejected).toContainText('about ten');
  const [download] = await Promise.all([
    finance.waitForEvent('download'),
    main.getByRole('button', { name: 'Download them' }).click(),
  ]);
  expect(await contentOf(download)).toContain('about ten');

  await finance.goto('/costs');
  await main
    .getByRole('table', { name: 'By customer' })
    .getByRole('link', { name: /^Acme/ })
    .click();
  await main
    .getByRole('table', { name: 'By service category' })
    .getByRole('link', { name: 'Compute' })
    .click();
  await main
    .getByRole('table', { name: 'By service' })
    .getByRole('link', { name: 'Hypervisor' })
    .click();
  await main
    .getByRole('table', { name: 'By resource' })
    .getByRole('link', { name: 'acme-Hypervisor' })
    .click();
  await expect(main.getByText(/^One charge: €120\.50/)).toBeVisible();
  await main.getByRole('link', { name: 'Hypervisor, an hour' }).click();
  const panel = finance.getByRole('dialog');
  await expect(panel.getByText('BilledCost')).toBeVisible();
  await expect(panel.getByRole('link', { name: 'bill.csv' })).toBeVisible();

  await finance.goBack();
  await finance.goBack();
  await expect(main.getByRole('table', { name: 'By resource' })).toBeVisible();
});

test('finance exports the rows behind a figure as FOCUS', async ({
  browser,
}) => {
  const finance = await browserOf(browser, staffMember('finance'));
  await finance.goto('/costs/charges?filter=customer:birch');
  await finance.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    finance.waitForEvent('download'),
    finance.getByRole('menuitem', { name: 'FOCUS 1.4 (CSV)' }).click(),
  ]);
  const content = await contentOf(download);
  expect(content).toContain('Relay, an hour');
  expect(content).not.toContain('Hypervisor, an hour');
});

test('finance compares months, follows what changed to its rows, keeps the view and exports it', async ({
  browser,
}) => {
  const finance = await browserOf(browser, staffMember('finance'));
  const main = finance.getByRole('main');
  await finance.goto('/costs?range=last-month');
  await main.getByRole('button', { name: /Compare with/ }).click();
  await finance.getByRole('option', { name: 'The time before' }).click();
  await expect(finance).toHaveURL(/vs=before/);
  await expect(
    main.getByRole('heading', { name: /(more|less) than in \w+ \d{4}$/ }),
  ).toBeVisible();
  const changes = main.getByRole('table', { name: 'What changed' });
  await changes
    .getByRole('link', { name: /^Charges of .* now$/ })
    .first()
    .click();
  await expect(main.getByText(/They are the figure that led here/)).toBeVisible(
    { timeout: 20_000 },
  );
  await finance.goBack();

  await main.getByRole('button', { name: 'Views' }).click();
  await finance.getByRole('menuitem', { name: 'Save this view' }).click();
  const dialog = finance.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Month by month');
  await dialog.getByRole('button', { name: 'Save the view' }).click();
  await expect(dialog).toHaveCount(0);
  await finance.goto('/costs');
  await main.getByRole('button', { name: 'Views' }).click();
  await finance.getByRole('menuitem', { name: 'Month by month' }).click();
  await expect(finance).toHaveURL(/range=last-month.*vs=before/);

  for (const [file, name, begins] of [
    ['Report for people (PDF)', /^costs-.*\.pdf$/, '%PDF-'],
    ['Over time (Parquet)', /^costs-trend-.*\.parquet$/, 'PAR1'],
    ['By customer (CSV)', /^costs-breakdown-.*\.csv$/, 'Customer,Value'],
  ] as const) {
    await main.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([
      finance.waitForEvent('download'),
      finance.getByRole('menuitem', { name: file }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(name);
    expect(await contentOf(download)).toMatch(new RegExp(`^${begins}`));
  }
});

test('a view that an owner shares is seen by that customer’s people, and by nobody else', async ({
  browser,
}) => {
  const owner = await browserOf(browser, customerMember('acme', 'owner'));
  await owner.goto('/costs?by=region_id');
  const main = owner.getByRole('main');
  await main.getByRole('button', { name: 'Views' }).click();
  await owner.getByRole('menuitem', { name: 'Save this view' }).click();
  const dialog = owner.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Our regions');
  await dialog.getByRole('checkbox', { name: /^Share it/ }).check({
    force: true,
  });
  await dialog.getByRole('button', { name: 'Save the view' }).click();
  await expect(dialog).toHaveCount(0);
  const viewer = await browserOf(browser, customerMember('acme', 'viewer'));
  const stranger = await browserOf(browser, customerMember('birch', 'owner'));
  for (const [reader, count] of [
    [viewer, 1],
    [stranger, 0],
  ] as const) {
    await reader.goto('/costs');
    await reader
      .getByRole('main')
      .getByRole('button', { name: 'Views' })
      .click();
    await expect(
      reader.getByRole('menuitem', { name: 'Our regions (shared)' }),
    ).toHaveCount(count);
  }
});

test('an owner sees own cost only, and no imports', async ({ browser }) => {
  const owner = await browserOf(browser, customerMember('acme', 'owner'));
  await owner.getByRole('link', { name: 'Costs' }).first().click();
  const main = owner.getByRole('main');
  await expect(main.getByText(/cost €[\d,.]+ so far in/)).toBeVisible();
  await expect(main.getByText('Relay')).toHaveCount(0);
  await expect(owner.getByRole('link', { name: 'Imports' })).toHaveCount(0);
  await owner.goto('/costs/imports');
  await expect(main.getByText('Imports are for staff')).toBeVisible();
  await owner.goto('/costs/charges?filter=customer:birch');
  await expect(main.getByText('No charge passes these filters')).toBeVisible();
});

test('a viewer of another customer sees that one’s alone', async ({
  browser,
}) => {
  const viewer = await browserOf(browser, customerMember('acme', 'viewer'));
  const stranger = await browserOf(browser, customerMember('birch', 'owner'));
  for (const [reader, own, amount, foreign] of [
    [viewer, 'Hypervisor', '120\\.50', 'Relay'],
    [stranger, 'Relay', '40\\.00', 'Hypervisor'],
  ] as const) {
    const main = reader.getByRole('main');
    await reader.goto(`/costs/charges?filter=service_name:${own}`);
    await expect(
      main.getByText(new RegExp(`^One charge: €${amount}`)),
    ).toBeVisible();
    await reader.goto(`/costs/charges?filter=service_name:${foreign}`);
    await expect(
      main.getByText('No charge passes these filters'),
    ).toBeVisible();
  }
});

test('support sees imports and brings nothing in', async ({ browser }) => {
  const support = await browserOf(browser, staffMember('support'));
  await support.goto('/costs/imports');
  const main = support.getByRole('main');
  await expect(main.getByRole('table', { name: 'Imports' })).toBeVisible();
  await expect(main.getByText('Import a file')).toHaveCount(0);
});

test('finance brings a rejected row back, corrected, and enters a list of invoices', async ({
  browser,
}) => {
  const finance = await browserOf(browser, staffMember('finance'));
  const main = finance.getByRole('main');
  await finance.goto('/costs/imports');
  await main.getByRole('link', { name: 'bill.csv' }).first().click();
  const [download] = await Promise.all([
    finance.waitForEvent('download'),
    main.getByRole('button', { name: 'Download them' }).click(),
  ]);
  const corrected = (await contentOf(download)).replaceAll('about ten', '10');
  await main.locator('input[type=file]').setInputFiles({
    name: 'corrected.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(corrected),
  });
  await expect(main.getByText('1 row went in, none was rejected.')).toBeVisible(
    { timeout: 60_000 },
  );
  await expect(
    main.getByRole('table', { name: 'What it replaced' }),
  ).toContainText('€169.75€179.75+€10.00');
  await main
    .getByRole('link', { name: 'the import with the rejected rows' })
    .click();
  await expect(
    main.getByRole('link', { name: 'a later import' }),
  ).toBeVisible();

  await finance.goto('/costs/reconciliation');
  await main
    .getByRole('region', { name: 'Enter many at once' })
    .getByRole('button', { name: /Source/ })
    .click();
  await finance.getByRole('option', { name: 'Northern Cloud' }).click();
  await main.locator('input[type=file]').setInputFiles({
    name: 'invoices.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'invoice,currency,amount,month\nINV-E2E,EUR,12.50,2026-01\n',
    ),
  });
  await expect(
    main.getByText(
      'Totals that were entered: 1. Those that were there already: 0.',
    ),
  ).toBeVisible();
  await expect(main.getByRole('row', { name: /INV-E2E/ })).toContainText(
    'No rows',
  );
});

async function contentOf(download: Download): Promise<string> {
  return fs.readFileSync(await download.path(), 'utf8');
}
