import { defineConfig } from 'playwright/test';

/** The portal to look at: `npm test -- e2e` starts one and says where it is. */
const baseURL = process.env.PORTAL_URL ?? 'http://localhost:7007';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.test.ts',
  outputDir: '../test-results',
  fullyParallel: false,
  workers: 1,
  // Generous, since a slow machine is no fault: what hangs is found all the same.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  retries: 1,
  forbidOnly: true,
  use: {
    baseURL,
    actionTimeout: 30_000,
    locale: 'en-GB',
    timezoneId: 'UTC',
    viewport: { width: 1280, height: 900 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.FREEHOLD_CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
