export { findTenantTableFaults } from './testUtils/findTenantTableFaults';
