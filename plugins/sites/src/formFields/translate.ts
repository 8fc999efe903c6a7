import {
  translationApiRef,
  type ApiHolder,
} from '@backstage/frontend-plugin-api';
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
