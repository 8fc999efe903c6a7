import path from 'node:path';
import { root } from '../bootstrap/paths.mjs';
import { checkByScript } from './kinds/command.ts';
import { runProofs, withProofEnvironment } from './kinds/proofs.ts';
import { tryAws } from './parts/clouds.ts';
import type { Part } from './Part.ts';

/**
 * The long trials; a short version of each is a part of `npm test`. Their
 * figures go into docs/benchmarks.md.
 */
export const soakParts: Part[] = [
  {
    name: 'chaos',
    title: 'two backends killed at random during 140 deployments',
    run: () =>
      runProofs(['proofs/chaos/*.test.ts'], {
        FREEHOLD_PROOFS_CHAOS: 'long',
        FREEHOLD_PROOFS_RECORD: '1',
      }),
  },
  {
    name: 'kill',
    title: 'the backend killed at 20 moments of deployments and of imports',
    run: () =>
      runProofs(['proofs/kill/*.test.ts'], {
        FREEHOLD_PROOFS_KILLS: '20',
        FREEHOLD_PROOFS_RECORD: '1',
      }),
  },
  {
    name: 'costs',
    title: 'ten million charges brought in and asked about',
    run: () =>
      withProofEnvironment(env =>
        checkByScript(
          path.join(root, 'proofs/bench/main.ts'),
          ['costs', '--large', '--record'],
          { env },
        ),
      ),
  },
  {
    name: 'aws',
    title: 'sites with databases and domains on a double of AWS',
    run: () => tryAws({ whole: true }),
  },
];
