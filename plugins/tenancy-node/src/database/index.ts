export {
  ALL_TENANTS_ROLE,
  TENANT_ROLE,
  TenantDatabase,
  type TenantTransaction,
} from './TenantDatabase';
export { isolateTenantTable, grantAcrossTenants } from './isolateTenantTable';
export { openDatabases, type OpenDatabases } from './openDatabases';
