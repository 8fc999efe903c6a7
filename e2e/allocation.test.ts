import { expect, test } from 'playwright/test';
import { focusFile, importCharges } from './support/charges';
import { staffMember } from './support/people';
import { browserOf } from './support/signIn';

test('finance finds unallocated cost, writes a rule for it, tries it, puts it in force and sees the cost move', async ({
  browser,
}) => {
  const finance = await browserOf(browser, staffMember('finance'));
  const main = finance.getByRole('main');
  await finance.goto('/costs');
  await importCharges(
    finance,
    'Southern Cloud',
    focusFile([{ customer: '', service: 'Firewall', amount: '73.19' }]),
  );

  await finance.goto('/costs/allocation/unallocated?range=this-month');
  await main.getByRole('link', { name: 'Make a rule for Firewall' }).click();
  const dialog = finance.getByRole('dialog');
  await expect(dialog.getByLabel('Patterns, one a line')).toHaveValue(
    'Firewall',
  );
  await dialog.getByLabel('Name').first().fill('Firewalls of Birch');
  await dialog.getByRole('combobox', { name: 'Customer' }).fill('Birch');
  await finance.getByRole('option', { name: /^Birch/ }).click();
  await dialog.getByRole('button', { name: 'Save to the draft' }).click();
  await expect(main.getByText('New', { exact: true })).toBeVisible();
  await expect(
    main.getByText(/Where Service is Firewall → goes to Birch/),
  ).toBeVisible();

  await main.getByRole('link', { name: 'Try the draft' }).last().click();
  const moves = main.getByRole('table', { name: 'What moves' });
  await expect(moves).toContainText('Firewalls of Birch', { timeout: 60_000 });
  await expect(moves).toContainText('€73.19');

  await main.getByRole('button', { name: 'Activate' }).click();
  await finance.getByLabel('Why').fill('Birch has asked for it');
  await finance
    .getByRole('dialog')
    .getByRole('button', { name: 'Activate' })
    .click();
  await expect(main.getByText('Birch has asked for it')).toBeVisible();
  await main
    .getByRole('row', { name: /Southern Cloud/ })
    .getByRole('checkbox')
    .click({ force: true });
  await main.getByRole('button', { name: 'Allocate 1 month anew' }).click();
  const runs = main.getByRole('table', { name: 'Being allocated anew' });
  await expect(runs.getByText('Imported')).toBeVisible({ timeout: 60_000 });
  await expect(
    main.getByRole('row', { name: /Southern Cloud.*Version \d+ · in force/ }),
  ).toBeVisible();

  await finance.goto(
    '/costs/charges?filter=service_name:Firewall&filter=customer:birch',
  );
  await expect(main.getByText(/^One charge: €73\.19/)).toBeVisible();
});
