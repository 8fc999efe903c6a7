export { tenancyPlugin as default } from './plugin';
export { signInModule } from './signin/module';
export { viewingModule } from './viewing/module';
export { accessTranslationRef } from './accessTranslation';
export { tenancyTranslationRef } from './translation';
export { securityTranslationRef } from './securityTranslation';
