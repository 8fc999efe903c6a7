// Preloaded to prove the suite: puts a policy that allows everything where the
// portal's own policy module is asked for. It exists here only, never in a build.
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const policyModule = '@freehold/plugin-permission-backend-module-tenancy';

registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== policyModule) {
      return next(specifier, context);
    }
    const file = path.join(import.meta.dirname, 'allowAllPolicy.cjs');
    return { url: pathToFileURL(file).href, shortCircuit: true };
  },
});
