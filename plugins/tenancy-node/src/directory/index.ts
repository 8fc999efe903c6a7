export { DatabaseTenantDirectory } from './DatabaseTenantDirectory';
export {
  tenantDirectoryServiceRef,
  type Customer,
  type Membership,
  type TenantDirectory,
  type Viewing,
} from './TenantDirectory';
