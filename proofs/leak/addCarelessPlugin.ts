// Preloaded to add a plugin without guards, in the place of one that logs.
import { replaceModule } from './replaceModule.ts';

replaceModule(
  '@backstage/plugin-catalog-backend-module-logs',
  'carelessPlugin.cjs',
);
