import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../bootstrap/paths.mjs';
import { describeFailure, notRun, type Outcome } from '../Part.ts';
import { bringChromium } from '../chromium.ts';
import { makeTemporaryFolder } from '../temporaryFolder.ts';
import { startTestPortal } from '../testPortal.ts';
import { runScript } from './command.ts';

const script = path.join(root, 'node_modules/playwright/cli.js');

interface PlaywrightResults {
  stats: {
    expected: number;
    unexpected: number;
    flaky: number;
    skipped: number;
  };
  errors: { message?: string }[];
  suites: PlaywrightSuite[];
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[];
  specs: {
    title: string;
    file: string;
    tests: { status: string; results: { error?: { message?: string } }[] }[];
  }[];
}

/**
 * Runs Playwright in Chromium against the built portal on a fresh folder. The
 * tests find it in PORTAL_URL, the browser in FREEHOLD_CHROMIUM.
 *
 * @param config - relative to the checkout
 * @param args - further flags of `playwright test`
 */
export async function runPlaywright(
  config: string,
  args: string[] = [],
): Promise<Outcome> {
  const chromium = await bringChromium();
  if ('missing' in chromium) return notRun(chromium.missing);
  const portal = await startTestPortal();
  const file = path.join(makeTemporaryFolder('playwright'), 'results.json');
  await runScript(
    script,
    ['test', '--config', config, '--reporter=list,json', ...args],
    {
      env: {
        ...portal.env,
        PORTAL_URL: portal.url,
        PORTAL_LOG: portal.logFile,
        FREEHOLD_CHROMIUM: chromium.found,
        PLAYWRIGHT_JSON_OUTPUT_NAME: file,
      },
    },
  );
  await portal.stop();
  const { stats, errors, suites }: PlaywrightResults = JSON.parse(
    fs.readFileSync(file, 'utf8'),
  );
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    notRun: stats.skipped,
    failures: [
      ...errors.map(({ message }) => describeFailure(config, message)),
      ...suites.flatMap(suite => nameSpecs(suite, 'unexpected')),
    ],
    secondTries: suites.flatMap(suite => nameSpecs(suite, 'flaky')),
  };
}

/** The tests that ended so, each with the error of its first try. */
function nameSpecs(
  { suites = [], specs }: PlaywrightSuite,
  status: 'unexpected' | 'flaky',
): string[] {
  return [
    ...suites.flatMap(suite => nameSpecs(suite, status)),
    ...specs
      .filter(({ tests }) => tests.some(each => each.status === status))
      .map(({ file, title, tests }) =>
        describeFailure(
          `${file}: ${title}`,
          tests[0].results[0]?.error?.message,
        ),
      ),
  ];
}
