import {
  translationApiRef,
  type ApiHolder,
} from '@backstage/frontend-plugin-api';
import { specificationTranslationRef } from '../specificationTranslation';
import { sitesTranslationRef } from '../translation';

/** The texts of this plugin where there is no component to ask for them. */
export function translate(
  apiHolder: ApiHolder,
  key: 'customer' | 'name' | 'nameTaken' | 'placement' | 'content',
): string {
  const snapshot = apiHolder
    .get(translationApiRef)
    ?.getTranslation(sitesTranslationRef);
  return snapshot?.ready ? snapshot.t(`validation.${key}`) : '';
}

/** The same of what a site is and has. */
export function translateSpecification(
  apiHolder: ApiHolder,
  key: 'marked' | 'price',
): string {
  const snapshot = apiHolder
    .get(translationApiRef)
    ?.getTranslation(specificationTranslationRef);
  return snapshot?.ready ? snapshot.t(`validation.${key}`) : '';
}
