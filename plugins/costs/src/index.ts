export { costsPlugin as default } from './plugin';
export * from './api';
export { costsTranslationRef } from './translation';
export { importsTranslationRef } from './importsTranslation';
