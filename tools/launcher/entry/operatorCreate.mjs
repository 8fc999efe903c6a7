import './preferBuiltPackages.mjs';

await import('./packages/backend/dist/operatorCreate.cjs.js');
