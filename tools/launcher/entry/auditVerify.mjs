import './preferBuiltPackages.mjs';

await import('./packages/backend/dist/auditVerify.cjs.js');
