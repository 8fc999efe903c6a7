export * from './permissions';
export * from './states';
export * from './entityMetadata';
export * from './names';
export * from './specification';
export * from './specificationPatterns';
export type {
  paths as SitesPaths,
  components as SitesComponents,
} from './api.generated';
