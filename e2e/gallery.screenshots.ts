import path from 'node:path';
import { test, type Page } from 'playwright/test';
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
import { visit, type Showing } from './support/visit';

test.describe.configure({ timeout: 600_000 });

let portal: Furnished;

test.beforeAll(async ({ browser }, { workerIndex }) => {
  portal = await furnish(browser, String(workerIndex));
});

test('takes a picture of every page, for people to look at', async ({
  page,
}) => {
  await photograph(page, 'stranger', scenesOfStrangers(portal));
  await photograph(portal.operator, 'staff', scenesOfStaff(portal));
  await photograph(portal.operator, 'people', scenesAboutStaff());
  await photograph(portal.finance, 'finance', scenesOfFinance(portal));
  await photograph(portal.owner, 'owner', scenesOfOwners(portal));
  await photograph(portal.viewer, 'viewer', scenesOfViewers(portal));
});

async function photograph(
  page: Page,
  who: string,
  scenes: Scene[],
): Promise<void> {
  const folder = path.join(__dirname, '../.cache/gallery', who);
  let number = 0;
  const take = async (scene: string, showing: Showing) => {
    if (showing === 'wide-light') number += 1;
    const name = scene.replaceAll(/\W+/g, '-').slice(0, 60);
    const file = `${String(number).padStart(2, '0')}${name}.${showing}.png`;
    await page.screenshot({ path: path.join(folder, file), fullPage: true });
  };
  await visit(page, scenes, take, ['wide-light', 'wide-dark', 'narrow-dark']);
}
