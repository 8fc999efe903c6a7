import path from 'node:path';

/** The checkout: the folder that holds the root package.json. */
export const root = path.resolve(import.meta.dirname, '../..');

/** Everything the commands bring or make, beside the installed packages. */
export const cache = path.join(root, '.cache');

export const logs = path.join(cache, 'logs');
