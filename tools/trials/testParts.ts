import { tryAws } from './parts/clouds.ts';
import { checkConfig } from './parts/config.ts';
import { checkDocs } from './parts/docs.ts';
import { checkFormat } from './parts/format.ts';
import { checkLint } from './parts/lint.ts';
import { checkTerraform } from './parts/terraform.ts';
import { checkTypes } from './parts/types.ts';
import { runJest } from './kinds/jest.ts';
import { runNodeTests } from './kinds/nodeTests.ts';
import { runPlaywright } from './kinds/playwright.ts';
import { runProofs } from './kinds/proofs.ts';
import type { Part } from './Part.ts';

/** The parts of `npm test`, in their order: what is quick to fail comes first. */
export const testParts: Part[] = [
  { name: 'format', title: 'prettier', run: checkFormat },
  { name: 'lint', title: 'eslint', run: checkLint },
  { name: 'types', title: 'TypeScript', run: checkTypes },
  { name: 'config', title: 'configuration and schemas', run: checkConfig },
  { name: 'docs', title: 'what documents and files claim', run: checkDocs },
  { name: 'terraform', title: 'stacks and modules', run: checkTerraform },
  { name: 'unit', title: 'jest on PostgreSQL', run: runJest },
  {
    name: 'launcher',
    title: 'these very commands',
    run: () => runNodeTests(['tools/**/*.test.ts']),
  },
  {
    name: 'e2e',
    title: 'the built portal in Chromium',
    run: () => runPlaywright('e2e/playwright.config.ts'),
  },
  {
    name: 'leak',
    title: 'nothing of another customer comes back',
    run: () => runProofs(['proofs/leak/*.test.ts']),
  },
  {
    name: 'roles',
    title: 'each cell of the table of roles, over HTTP',
    run: () => runProofs(['proofs/roles/*.test.ts']),
  },
  {
    name: 'attacks',
    title: 'the portal attacked over HTTP',
    run: () => runProofs(['proofs/attacks/*.test.ts']),
  },
  {
    name: 'badinput',
    title: 'bad input on every route',
    run: () => runProofs(['proofs/badinput/*.test.ts']),
  },
  {
    name: 'kill',
    title: 'the backend killed during deployments and imports',
    run: () =>
      runProofs(['proofs/kill/*.test.ts'], { FREEHOLD_PROOFS_KILLS: '5' }),
  },
  {
    name: 'chaos',
    title: 'two backends killed at random during deployments',
    run: () => runProofs(['proofs/chaos/*.test.ts']),
  },
  {
    name: 'clouds',
    title: 'sites on a double of AWS',
    run: () => tryAws({ whole: false }),
  },
];
