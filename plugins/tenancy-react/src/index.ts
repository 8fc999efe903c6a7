export * from './api';
export * from './hooks';
export * from './components';
export * from './extensions';
export * from './formats';
export { portalTranslationRef } from './translation';
