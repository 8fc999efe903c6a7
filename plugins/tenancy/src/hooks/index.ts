export * from './useAccess';
export * from './useCustomer';
export * from './useCustomers';
export * from './useMembers';
export * from './useMutation';
export * from './useRoles';
export * from './useSitesOf';
export * from './useViewings';
