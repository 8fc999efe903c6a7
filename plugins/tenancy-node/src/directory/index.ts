export { DatabaseTenantDirectory } from './DatabaseTenantDirectory';
export {
  tenantDirectoryServiceRef,
  type Customer,
  type Membership,
  type TenantDirectory,
} from './TenantDirectory';
