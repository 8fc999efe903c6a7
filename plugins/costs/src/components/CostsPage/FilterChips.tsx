import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { writeFilter, type Filter } from '../../domain/CostsView';
import type { CostsViewState } from '../../hooks/useCostsView';
import { useDimensionName } from '../../hooks/useDimensionName';
import { useValueNames } from '../../hooks/useValueNames';
import { costsTranslationRef } from '../../translation';
import styles from './CostsFilters.module.css';

/** What a view is narrowed to; a press takes a filter away. */
export function FilterChips({ state }: { state: CostsViewState }) {
  const { view, change } = state;
  const { t } = useTranslationRef(costsTranslationRef);
  if (view.filters.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={t('filter.label')}>
      {view.filters.map(filter => (
        <li key={writeFilter(filter)}>
          <Chip
            filter={filter}
            onRemove={() =>
              change({ filters: view.filters.filter(it => it !== filter) })
            }
          />
        </li>
      ))}
    </ul>
  );
}

function Chip(props: { filter: Filter; onRemove: () => void }) {
  const { dimension, value } = props.filter;
  const { t } = useTranslationRef(costsTranslationRef);
  const dimensionName = useDimensionName();
  const nameOf = useValueNames(dimension, [value]);
  const words = t('filter.chip', {
    dimension: dimensionName(dimension),
    value: nameOf({ value }),
  });
  return (
    <Button
      size="small"
      variant="secondary"
      iconEnd={<RiCloseLine />}
      aria-label={t('filter.remove', { filter: words })}
      onPress={props.onRemove}
    >
      {words}
    </Button>
  );
}
