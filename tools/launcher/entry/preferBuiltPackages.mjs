// Copied into every build. Packages of the checkout's node_modules (Backstage's
// own, which look for migrations and for the frontend) would find the sources
// of our packages; here they find what was built from them.
import fs from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const modules = path.join(import.meta.dirname, 'node_modules');
const built = new Set(
  fs
    .readdirSync(modules)
    .flatMap(name =>
      name.startsWith('@')
        ? fs
            .readdirSync(path.join(modules, name))
            .map(each => `${name}/${each}`)
        : [name],
    ),
);
const manifest = path.join(import.meta.dirname, 'package.json');
const requireBuilt = createRequire(manifest);
const own = pathToFileURL(manifest).href;

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (context.parentURL === own || !built.has(packageOf(specifier))) {
      return nextResolve(specifier, context);
    }
    const url = pathToFileURL(requireBuilt.resolve(specifier)).href;
    return { url, shortCircuit: true };
  },
});

/** @param {string} specifier */
function packageOf(specifier) {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
