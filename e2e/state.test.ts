import { expect, test } from 'playwright/test';
import {
  orderStarterSite,
  untilDeployment,
  untilInCatalog,
} from './support/orders';
import { callApi } from './support/api';
import { customerMember, staffMember } from './support/people';
import { browserOf } from './support/signIn';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

test('an operator rolls back the state of a site, is told to plan next, and the next deployment follows it', async ({
  browser,
}) => {
  const operator = await browserOf(browser, staffMember('operator'));
  const ordered = await orderStarterSite(operator, 'birch', 'rolled');
  await untilDeployment(operator, ordered, 'succeeded');
  const path = `/api/sites/customers/birch/sites/${ordered.siteId}`;
  const change = async (title: string) => {
    const { deployment } = await callApi<{
      deployment: { deploymentId: string };
    }>(operator, 'PATCH', path, { title });
    await untilDeployment(
      operator,
      { ...ordered, deploymentId: deployment.deploymentId },
      'succeeded',
    );
  };
  await change('Rolled on');
  await untilInCatalog(operator, ordered);

  await operator.goto('/catalog/birch/component/rolled/settings');
  const state = operator.getByRole('region', { name: 'Terraform state' });
  await expect(state.getByText(/the present one/)).toBeVisible();
  const saved = operator.waitForEvent('download');
  await state
    .getByRole('button', { name: /^Download/ })
    .first()
    .click();
  expect((await saved).suggestedFilename()).toMatch(
    /^birch-rolled-\d+\.tfstate/,
  );

  await state.getByRole('button', { name: 'Roll back: Version 1' }).click();
  const dialog = operator.getByRole('dialog');
  await dialog.getByRole('textbox').fill('The change was wrong');
  await dialog.getByRole('button', { name: 'Roll back' }).click();
  await expect(
    state.getByText('The state was rolled back to version 1'),
  ).toBeVisible();
  await expect(state.getByText(/Plan next/)).toBeVisible();
  await change('Rolled back');

  await operator.goto('/audit?search=restoreState');
  await expect(
    operator.getByText(/rolled back the state of/).first(),
  ).toBeVisible();
});

test('a member finds what a deployment said, and sees nothing of states', async ({
  browser,
}) => {
  const owner = await browserOf(browser, customerMember('birch', 'owner'));
  await owner.goto('/sites');
  await owner.getByRole('link', { name: 'Search logs' }).click();
  await owner.getByRole('searchbox').fill('apply compl');
  await owner.keyboard.press('Enter');
  await expect(owner.getByText(/Apply/).first()).toBeVisible();
  await owner
    .getByRole('main')
    .getByRole('link', { name: /rolled/ })
    .first()
    .click();
  await expect(owner.getByRole('log').locator('mark').first()).toBeVisible();
  await expect(owner.getByText(/^1 of \d+$/)).toBeVisible();

  await owner.goto('/catalog/birch/component/rolled/settings');
  await expect(
    owner.getByRole('button', { name: 'Suspend the site' }),
  ).toBeVisible();
  await expect(owner.getByText('Terraform state')).toHaveCount(0);
});
