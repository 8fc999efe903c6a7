import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { catalogTranslationRef } from '@backstage/plugin-catalog/alpha';

/** Texts of stock pages that would send customers to Backstage's own manual. */
export const catalogTexts = TranslationBlueprint.make({
  name: 'catalog-texts',
  params: {
    resource: createTranslationMessages({
      ref: catalogTranslationRef,
      messages: {
        'entityLabels.warningPanelTitle': 'There is nothing at this address',
        'entityPage.notFoundMessage':
          'It may have been deleted, may not be yours to see, or was made seconds ago and is about to appear.',
      },
    }),
  },
});
