export * from './SessionClient';
export * from './LocalIdentity';
export * from './SessionMonitorApi';
export * from './TabChannel';
export * from './endedNotice';
export * from './refusedTokenMiddleware';
export * from './LinkClient';
