export * from './roles';
export * from './tenants';
export * from './limits';
export * from './notifications';
export * from './permissions';
export * from './entityMetadata';
export type {
  paths as TenancyPaths,
  components as TenancyComponents,
} from './api.generated';
