import path from 'node:path';
import { pathToFileURL } from 'node:url';

export const policyModule =
  '@freehold/plugin-permission-backend-module-tenancy';

export const policyFile = path.join(import.meta.dirname, 'allowAllPolicy.cjs');

/** @type {import('node:module').ResolveHook} */
export async function resolve(specifier, context, next) {
  return specifier === policyModule
    ? { url: pathToFileURL(policyFile).href, shortCircuit: true }
    : next(specifier, context);
}
