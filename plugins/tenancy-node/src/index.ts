export * from './database';
export * from './directory';
export * from './access';
export { TENANCY_CHANGED_TOPIC, type TenancyChangedEvent } from './events';
export * from './encryption';
export * from './http';
export * from './outbox';
export * from './secrets';
export * from './demo';
