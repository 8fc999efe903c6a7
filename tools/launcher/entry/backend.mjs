import './preferBuiltPackages.mjs';

await import('./packages/backend/dist/index.cjs.js');
