import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { Section } from '@freehold/plugin-tenancy-react';
import type { ReactNode } from 'react';
import { tagKeyOf, type AnyDimension } from '../../domain/tagDimension';
import type { CostsViewState } from '../../hooks/useCostsView';
import { useDimensionOptions } from '../../hooks/useDimensionOptions';
import { useDimensionName } from '../../hooks/useDimensionName';
import { costsTranslationRef } from '../../translation';
import figures from '../parts/FigurePanel.module.css';

/** The part of the page that tells one dimension apart, and asks which. */
export function BreakdownSection(props: {
  state: CostsViewState;
  isStaff: boolean;
  description?: string;
  children: (title: string) => ReactNode;
}) {
  const { state, isStaff, description, children } = props;
  const { groupBy } = state.view;
  const { t } = useTranslationRef(costsTranslationRef);
  const dimensionName = useDimensionName();
  const options = useDimensionOptions(state.view, {
    isStaff,
    chosen: groupBy,
  });
  const tag = tagKeyOf(groupBy);
  const title =
    tag === undefined
      ? t('breakdown.title', {
          dimension: dimensionName(groupBy).toLocaleLowerCase(),
        })
      : t('breakdown.titleTag', { key: tag });
  return (
    <Section
      title={title}
      description={description}
      actions={
        <Select
          className={figures.select}
          aria-label={t('breakdown.by')}
          size="small"
          options={options}
          value={groupBy}
          onChange={key => state.change({ groupBy: key as AnyDimension })}
        />
      }
    >
      {children(title)}
    </Section>
  );
}
