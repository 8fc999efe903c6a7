export { costsPlugin as default } from './plugin';
export * from './api';
export { costsTranslationRef } from './translation';
export { allocationTranslationRef } from './allocationTranslation';
export { importsTranslationRef } from './importsTranslation';
