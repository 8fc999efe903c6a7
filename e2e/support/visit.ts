import { expect, type Page } from 'playwright/test';
import type { Scene } from './scenes';

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 390, height: 844 };

/** How a scene is shown while it is looked at. */
export type Showing = 'wide-light' | 'narrow-dark';

/**
 * Shows each scene in a wide light window and in a narrow dark one. Scenes of
 * one address in a row are of one visit.
 *
 * @param look - at what the page shows then
 */
export async function visit(
  page: Page,
  scenes: Scene[],
  look: (scene: string, showing: Showing) => Promise<unknown>,
): Promise<void> {
  let shown: string | undefined;
  for (const { address, open } of scenes) {
    const name = open ? `${address} (${open[0]})` : address;
    await page.setViewportSize(WIDE);
    await showIn(page, 'light');
    if (address === shown) {
      await closeDialog(page);
    } else {
      await page.goto(address);
      await settled(page);
      shown = address;
    }
    if (open) {
      await open[1](page);
      await settled(page);
    }
    await look(name, 'wide-light');
    await page.setViewportSize(NARROW);
    await showIn(page, 'dark');
    await settled(page);
    await look(name, 'narrow-dark');
  }
}

/** Waits until a page that is open has taken up the colours. */
async function showIn(page: Page, colorScheme: 'light' | 'dark') {
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction(
    mode => ['', mode].includes(document.body?.style.colorScheme ?? ''),
    colorScheme,
  );
}

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Waits until what is on its way to the page, and moves on it, has arrived. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading').first()).toBeVisible();
  await expect(page.locator('.bui-Skeleton')).toHaveCount(0);
  await wordsArrived(page);
  // Colours on their way from one to another have contrasts of their own.
  await page.evaluate(async () => {
    const moving = document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
    const pause = new Promise(resolve => setTimeout(resolve, 500));
    const ended = Promise.allSettled(moving.map(({ finished }) => finished));
    await Promise.race([ended, pause]);
  });
}

/** Waits until no more words have come for a while. */
async function wordsArrived(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const seen = window as { words?: number; since?: number };
    const words = document.body.innerText.length;
    if (seen.words !== words) {
      Object.assign(seen, { words, since: performance.now() });
    }
    return performance.now() - seen.since! > 400;
  });
}
