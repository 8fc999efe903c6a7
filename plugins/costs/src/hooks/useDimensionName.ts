import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Dimension } from '../api';
import { costsTranslationRef } from '../translation';

/** What people call a dimension. */
export function useDimensionName(): (dimension: Dimension) => string {
  const { t } = useTranslationRef(costsTranslationRef);
  return dimension => t(`dimension.${dimension}`);
}
