import './preferBuiltPackages.mjs';

await import('./packages/backend/dist/costsImport.cjs.js');
