export * from './PortalError';
export * from './createPortalClient';
export * from './MeApi';
export * from './downloadFile';
export * from './uploadFile';
