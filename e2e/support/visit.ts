import { expect, type Page } from 'playwright/test';
import type { Scene } from './scenes';

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 390, height: 844 };

const showings = {
  'wide-light': { size: WIDE, colours: 'light' },
  'wide-dark': { size: WIDE, colours: 'dark' },
  'narrow-dark': { size: NARROW, colours: 'dark' },
} as const;

/** How a scene is shown while it is looked at. */
export type Showing = keyof typeof showings;

/**
 * Shows each scene in windows of several sizes and colours, by default in a
 * wide light one and a narrow dark one. Scenes of one address in a row are of
 * one visit.
 *
 * @param look - at what the page shows then
 * @param shownIn - the windows; a scene opens what it opens in the first
 */
export async function visit(
  page: Page,
  scenes: Scene[],
  look: (scene: string, showing: Showing) => Promise<unknown>,
  shownIn: Showing[] = ['wide-light', 'narrow-dark'],
): Promise<void> {
  let shown: string | undefined;
  for (const { address, open } of scenes) {
    const name = open ? `${address} (${open[0]})` : address;
    await showIn(page, shownIn[0]!);
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
    for (const showing of shownIn) {
      await showIn(page, showing);
      await settled(page);
      await look(name, showing);
    }
  }
}

/** Waits until a page that is open has taken up the size and the colours. */
async function showIn(page: Page, showing: Showing): Promise<void> {
  const { size, colours } = showings[showing];
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: colours });
  await page.waitForFunction(
    mode => ['', mode].includes(document.body?.style.colorScheme ?? ''),
    colours,
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
