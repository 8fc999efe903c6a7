export * from './fakeTenancyApi';
export * from './meApi';
export * from './FreshPermissions';
