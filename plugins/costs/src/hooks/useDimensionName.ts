import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  isTagDimension,
  tagKeyOf,
  type AnyDimension,
} from '../domain/tagDimension';
import { costsTranslationRef } from '../translation';

/** What people call a dimension. */
export function useDimensionName(): (dimension: AnyDimension) => string {
  const { t } = useTranslationRef(costsTranslationRef);
  return dimension =>
    isTagDimension(dimension)
      ? t('dimension.tag', { key: tagKeyOf(dimension) ?? dimension })
      : t(`dimension.${dimension}`);
}
