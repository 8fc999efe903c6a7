// Used by modules that are preloaded to prove the suite: puts a file where the
// portal asks for one of its own modules. It exists here only, never in a build.
import Module, { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

// The built backend requires its modules, the sources import them.
const loader = Module as unknown as {
  _resolveFilename(name: string, ...rest: unknown[]): string;
};

/** @param file - beside this one */
export function replaceModule(module: string, file: string): void {
  const replacement = path.join(import.meta.dirname, file);
  const resolvePlainly = loader._resolveFilename;
  loader._resolveFilename = (name, ...rest) =>
    name === module ? replacement : resolvePlainly(name, ...rest);
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === module
        ? { url: pathToFileURL(replacement).href, shortCircuit: true }
        : next(specifier, context),
  });
}
