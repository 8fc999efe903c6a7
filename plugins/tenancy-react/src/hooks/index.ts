export * from './useMe';
export * from './useListQuery';
