export * from './permissions';
export type {
  paths as CostsPaths,
  components as CostsComponents,
} from './api.generated';
