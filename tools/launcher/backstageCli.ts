import path from 'node:path';
import { root } from '../bootstrap/paths.mjs';

/** Script of the Backstage command line, to be run by our own Node. */
export const backstageCli = path.join(
  root,
  'node_modules/@backstage/cli/bin/backstage-cli',
);
