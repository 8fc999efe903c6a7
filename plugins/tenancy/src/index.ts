export { tenancyPlugin as default } from './plugin';
export { signInModule } from './signin/module';
export { tenancyTranslationRef } from './translation';
export { securityTranslationRef } from './securityTranslation';
