export { findFreePort } from './testUtils/findFreePort';
export { findTenantTableFaults } from './testUtils/findTenantTableFaults';
export { MotoServer } from './testUtils/MotoServer';
export { createTenantPermissions } from './testUtils/tenantPermissions';
