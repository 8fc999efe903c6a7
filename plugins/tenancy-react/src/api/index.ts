export * from './PortalError';
export * from './createPortalClient';
export * from './MeApi';
