export * from './database';
export * from './directory';
export * from './access';
export * from './roles';
export { TENANCY_CHANGED_TOPIC, type TenancyChangedEvent } from './events';
export * from './encryption';
export * from './http';
export * from './outbox';
export * from './demo';
