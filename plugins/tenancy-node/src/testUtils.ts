export { findTenantTableFaults } from './testUtils/findTenantTableFaults';
export { createTenantPermissions } from './testUtils/tenantPermissions';
