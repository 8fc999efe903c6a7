export {
  createTenantSecret,
  hashSecret,
  parseTenantSecret,
  type SecretHash,
  type TenantSecret,
} from './tenantSecrets';
