export {
  TenantAccess,
  unknownCustomer,
  type TenantScope,
} from './TenantAccess';
export {
  createTenantResource,
  IS_OF_TENANT,
  type TenantOwned,
} from './createTenantResource';
export { isStillSignedIn } from './isStillSignedIn';
export { readInScope } from './readInScope';
export { ALLOWED_CALLERS, nameOfCaller } from './callers';
