// Preloaded to take the first wall down: a policy that allows everything.
import { replaceModule } from './replaceModule.ts';

replaceModule(
  '@freehold/plugin-permission-backend-module-tenancy',
  'allowAllPolicy.cjs',
);
