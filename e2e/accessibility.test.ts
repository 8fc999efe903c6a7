import { expect, test, type Page } from 'playwright/test';
import { findingsOf } from './support/findings';
import { furnish, type Furnished } from './support/furnished';
import {
  scenesAboutStaff,
  scenesOfFinance,
  scenesOfOwners,
  scenesOfStaff,
  scenesOfStrangers,
  scenesOfViewers,
  type Scene,
} from './support/scenes';

test.describe.configure({ timeout: 300_000 });

let portal: Furnished;

test.beforeAll(async ({ browser }, { workerIndex }) => {
  // After a failure, the rest goes on with a portal furnished once more.
  portal = await furnish(browser, String(workerIndex));
});

/** The first scenes of somebody open a portal that is not warm yet. */
const SLOWEST_SCENE_MS = 30_000;

async function expectNoFindings(page: Page, scenes: Scene[]): Promise<void> {
  test.setTimeout(scenes.length * SLOWEST_SCENE_MS);
  expect(await findingsOf(page, scenes)).toEqual([]);
}

test('nobody is kept out before they are signed in', async ({ page }) => {
  await expectNoFindings(page, scenesOfStrangers(portal));
});

test('no page of staff keeps anybody out', async () => {
  await expectNoFindings(portal.operator, scenesOfStaff(portal));
});

test('no page about the staff keeps anybody out', async () => {
  await expectNoFindings(portal.operator, scenesAboutStaff());
});

test('no page of prices and costs keeps anybody out', async () => {
  await expectNoFindings(portal.finance, scenesOfFinance(portal));
});

test('no page of owners keeps anybody out', async () => {
  await expectNoFindings(portal.owner, scenesOfOwners(portal));
});

test('no page of viewers keeps anybody out', async () => {
  await expectNoFindings(portal.viewer, scenesOfViewers(portal));
});
