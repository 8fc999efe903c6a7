export * from './FileProfile';
export * from './inspectFile';
export * from './mapCharges';
export * from './ReadingError';
export * from './ReadingLimits';
export * from './readSource';
export * from './recogniseFormat';
export * from './Workspace';
