export * from './checkConformance';
export * from './ConformanceReport';
