export * from './useCustomer';
export * from './useCustomers';
export * from './useMembers';
export * from './useMutation';
export * from './useSitesOf';
export * from './useUsage';
export * from './useAuditEvents';
export * from './useAuditQuery';
