// Preloaded to prove the suite: puts a policy that allows everything where the
// portal asks for its own policy module. It exists here only, never in a build.
import Module, { register } from 'node:module';
import { policyFile, policyModule } from './allowEverythingHooks.mjs';

// The built backend requires its modules, the sources import them.
const loader = Module as unknown as {
  _resolveFilename(name: string, ...rest: unknown[]): string;
};
const resolvePlainly = loader._resolveFilename;
loader._resolveFilename = (name, ...rest) =>
  name === policyModule ? policyFile : resolvePlainly(name, ...rest);

register('./allowEverythingHooks.mjs', import.meta.url);
