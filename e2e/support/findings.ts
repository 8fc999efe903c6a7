import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from 'playwright/test';

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 390, height: 844 };

/** A page, or what opens on one, for everybody to be able to use. */
export interface Scene {
  address: string;
  /** What to do there first, such as to open a dialog; named in findings. */
  open?: [name: string, act: (page: Page) => Promise<unknown>];
}

/**
 * Looks at each scene in a wide light window and in a narrow dark one. Scenes
 * of one address in a row are of one visit.
 *
 * @returns what keeps somebody out, one line each
 */
export async function findingsOf(
  page: Page,
  scenes: Scene[],
): Promise<string[]> {
  const findings: string[] = [];
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
    findings.push(...named(`${name}, light`, await seriousFindings(page)));
    await page.setViewportSize(NARROW);
    await showIn(page, 'dark');
    await settled(page);
    findings.push(...named(`${name}, dark`, await seriousFindings(page)));
    findings.push(...named(`${name}, narrow`, await sidewaysScroll(page)));
  }
  return findings;
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

function named(name: string, findings: string[]): string[] {
  return findings.map(finding => `${name}: ${finding}`);
}

async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading').first()).toBeVisible();
  await expect(page.locator('.bui-Skeleton')).toHaveCount(0);
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

/**
 * Findings of axe that keep somebody out. What a frame without scripts shows
 * is looked at apart, as axe could never answer from in there.
 */
async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .exclude('iframe[sandbox]')
    .analyze();
  const findings = seriousOnes(violations);
  for (const frame of await page.locator('iframe[sandbox]').all()) {
    const html = (await frame.getAttribute('srcdoc')) ?? '';
    findings.push(...(await findingsInDocument(page, html)));
  }
  return findings;
}

async function findingsInDocument(page: Page, html: string): Promise<string[]> {
  const context = await page.context().browser()!.newContext();
  const apart = await context.newPage();
  await apart.setContent(html);
  const { violations } = await new AxeBuilder({ page: apart }).analyze();
  await context.close();
  return seriousOnes(violations).map(finding => `in the frame: ${finding}`);
}

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];

function seriousOnes(violations: Violations): string[] {
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => {
      const where = nodes.map(node => node.target.join(' ')).join(', ');
      return `${id} at ${where}`;
    });
}

/**
 * What a reader would have to scroll sideways for. Logs and code may, and so
 * may what sits in a container that is meant to.
 */
async function sidewaysScroll(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth } = document.documentElement;
    const scrolls = (element: Element) =>
      element.scrollWidth > element.clientWidth + 1 &&
      element.clientWidth > clientWidth * 0.6 &&
      /auto|scroll/.test(getComputedStyle(element).overflowX) &&
      !element.closest('pre, code, [role=log]');
    const root = document.documentElement;
    return [
      ...(root.scrollWidth > clientWidth ? ['the page'] : []),
      ...[...document.body.querySelectorAll('*')]
        .filter(scrolls)
        .map(element => `${element.tagName} ${element.className}`),
    ].map(what => `${what} scrolls sideways`);
  });
}
