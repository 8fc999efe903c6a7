import { defineConfig } from 'playwright/test';
import config from './playwright.config';

/** Takes the pictures of the README: `npm run screenshots`. */
export default defineConfig(config, { testMatch: '**/*.screenshots.ts' });
