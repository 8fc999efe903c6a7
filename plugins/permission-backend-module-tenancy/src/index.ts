export { permissionModuleTenancy as default } from './module';
export { decideFor } from './TenancyPermissionPolicy';
