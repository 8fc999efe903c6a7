export { sitesPlugin as default } from './plugin';
export * from './api';
export { sitesTranslationRef } from './translation';
