export { findFreePort } from './testUtils/findFreePort';
export { findTenantTableFaults } from './testUtils/findTenantTableFaults';
export { createTenantPermissions } from './testUtils/tenantPermissions';
