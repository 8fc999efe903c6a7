import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { runCommand } from '../bootstrap/command.mjs';
import { logs } from '../bootstrap/paths.mjs';
import { step } from '../bootstrap/progress.mjs';
import { isRoot } from '../launcher/databaseUser.ts';
import { interrupted } from '../launcher/shutdown.ts';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

export type ChromiumSearch = { found: string } | { missing: string };

/**
 * Finds Chromium (FREEHOLD_CHROMIUM, then the usual places), or installs it
 * from Debian's packages where we may.
 */
export async function bringChromium(): Promise<ChromiumSearch> {
  const present = findChromium();
  if (present) return { found: present };
  const aptGet = spawnSync('apt-get', ['--version']).status === 0;
  if (aptGet && isRoot()) await step('Installing Chromium', install);
  const found = findChromium();
  if (found) return { found };
  return {
    missing: aptGet
      ? 'Chromium is not installed. Install it: sudo apt-get install --no-install-recommends chromium'
      : 'Chromium is not installed. Install it, or point FREEHOLD_CHROMIUM at a Chromium or Chrome',
  };
}

function findChromium() {
  return [process.env.FREEHOLD_CHROMIUM, ...usual].find(
    file => file && fs.existsSync(file),
  );
}

async function install() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const [name, ...args] of [
    ['update'],
    ['install', '-y', '--no-install-recommends', 'chromium'],
  ]) {
    await runCommand('apt-get', [name, ...args], {
      env,
      logFile: path.join(logs, `apt-get-${name}.log`),
      signal: interrupted,
    });
  }
}
