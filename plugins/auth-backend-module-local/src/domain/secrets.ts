export {
  createTenantSecret,
  hashSecret,
  parseTenantSecret,
  type SecretHash,
  type TenantSecret,
} from '@freehold/plugin-tenancy-node';
