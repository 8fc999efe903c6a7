export * from './reportTable';
export * from './writeChargesPdf';
export * from './writeReportCsv';
export * from './writeReportPdf';
