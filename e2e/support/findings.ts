import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import type { Scene } from './scenes';
import { visit } from './visit';

/** @returns what keeps somebody out of the scenes, one line each */
export async function findingsOf(
  page: Page,
  scenes: Scene[],
): Promise<string[]> {
  const findings: string[] = [];
  await visit(page, scenes, async (scene, showing) => {
    const found = [
      ...(await seriousFindings(page)),
      ...(showing === 'narrow-dark' ? await sidewaysScroll(page) : []),
    ];
    findings.push(...found.map(each => `${scene}, ${showing}: ${each}`));
  });
  return findings;
}

/**
 * Findings of axe that keep somebody out. What a frame without scripts shows
 * is looked at apart, as axe could never answer from in there.
 */
async function seriousFindings(page: Page): Promise<string[]> {
  const findings = seriousOnes(
    await violationsOf(axeFor(page).exclude('iframe[sandbox]')),
  );
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
  const violations = await violationsOf(axeFor(apart));
  await context.close();
  return seriousOnes(violations).map(finding => `in the frame: ${finding}`);
}

/**
 * Axe in the page itself: no page of ours has frames of other origins, which are
 * what it would open one more page for, each time.
 */
function axeFor(page: Page): AxeBuilder {
  return new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'], preload: false });
}

async function violationsOf(axe: AxeBuilder): Promise<Violations> {
  return (await axe.analyze()).violations;
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
