export { DEMO_PROVIDERS } from './demoProviders';
export { demoMonths } from './demoMonths';
export { generateCharges, writeChargeFile } from './generateCharges';
export type { DemoCustomer, DemoMonth } from './DemoMonth';
