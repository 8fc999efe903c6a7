export * from './chargeColumns';
