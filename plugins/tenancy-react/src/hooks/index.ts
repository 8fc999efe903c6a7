export * from './useMe';
export * from './useListQuery';
export * from './useIsNarrow';
export * from './useTypedSearch';
export * from './useLoaded';
export * from './useAction';
