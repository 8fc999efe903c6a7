export * from './reportTable';
export * from './writeReportCsv';
export * from './writeReportPdf';
