export * from './TenancyApi';
export * from './TenancyClient';
export * from './RememberedMe';
export * from './LocksClient';
