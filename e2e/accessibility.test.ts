import { expect, test } from 'playwright/test';
import { findingsOf } from './support/findings';
import { furnish, type Furnished } from './support/furnished';
import {
  scenesAboutStaff,
  scenesOfFinance,
  scenesOfOwners,
  scenesOfStaff,
  scenesOfStrangers,
  scenesOfViewers,
} from './support/scenes';

test.describe.configure({ timeout: 300_000 });

let portal: Furnished;

test.beforeAll(async ({ browser }, { workerIndex }) => {
  // After a failure, the rest goes on with a portal furnished once more.
  portal = await furnish(browser, String(workerIndex));
});

test('nobody is kept out before they are signed in', async ({ page }) => {
  expect(await findingsOf(page, scenesOfStrangers(portal))).toEqual([]);
});

test('no page of staff keeps anybody out', async () => {
  const scenes = scenesOfStaff(portal);
  expect(await findingsOf(portal.operator, scenes)).toEqual([]);
});

test('no page about the staff keeps anybody out', async () => {
  const scenes = scenesAboutStaff();
  expect(await findingsOf(portal.operator, scenes)).toEqual([]);
});

test('no page of prices keeps anybody out', async () => {
  const scenes = scenesOfFinance(portal);
  expect(await findingsOf(portal.finance, scenes)).toEqual([]);
});

test('no page of owners keeps anybody out', async () => {
  const scenes = scenesOfOwners(portal);
  expect(await findingsOf(portal.owner, scenes)).toEqual([]);
});

test('no page of viewers keeps anybody out', async () => {
  const scenes = scenesOfViewers(portal);
  expect(await findingsOf(portal.viewer, scenes)).toEqual([]);
});
