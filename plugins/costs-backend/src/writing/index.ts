export * from './focus12';
export * from './focus14';
export * from './FocusExport';
export * from './ParquetWriter';
export * from './writeFocusCsv';
