import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Select } from '@backstage/ui';
import { Section } from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import { addUp, sumsByValue, type ValueSum } from '../../domain/costSums';
import { tagKeyOf, type AnyDimension } from '../../domain/tagDimension';
import { useCosts } from '../../hooks/useCosts';
import type { CostsViewState } from '../../hooks/useCostsView';
import { useDimensionOptions } from '../../hooks/useDimensionOptions';
import { useDimensionName } from '../../hooks/useDimensionName';
import { useValueNames } from '../../hooks/useValueNames';
import { costsTranslationRef } from '../../translation';
import figures from '../parts/FigurePanel.module.css';
import { LoadedFigure } from '../parts/LoadedFigure';
import tables from '../parts/tables.module.css';
import { BreakdownRow } from './BreakdownRow';

const FIRST_ROWS = 20;
const MORE_ROWS = 200;

interface BreakdownProps {
  state: CostsViewState;
  currency: string | undefined;
  isStaff: boolean;
}

/** What costs most, by one dimension: each row leads further down. */
export function Breakdown(props: BreakdownProps) {
  const { state, currency } = props;
  const [rows, setRows] = useState(FIRST_ROWS);
  const costs = useCosts(state.view, {
    groupBy: state.view.groupBy,
    granularity: 'total',
    top: rows,
  });
  return (
    <LoadedFigure costs={costs} currency={currency} state={state} isQuiet>
      {(items, shown) => (
        <BreakdownTable
          {...props}
          currency={shown}
          sums={sumsByValue(items, shown)}
          onMore={rows < MORE_ROWS ? () => setRows(MORE_ROWS) : undefined}
        />
      )}
    </LoadedFigure>
  );
}

function BreakdownTable(
  props: BreakdownProps & {
    currency: string;
    sums: ValueSum[];
    onMore?: () => void;
  },
) {
  const { state, currency, isStaff, sums, onMore } = props;
  const { groupBy } = state.view;
  const { t } = useTranslationRef(costsTranslationRef);
  const dimensionName = useDimensionName();
  const options = useDimensionOptions(state.view, {
    isStaff,
    chosen: groupBy,
  });
  const nameOf = useValueNames(
    groupBy,
    sums.map(({ value }) => value),
  );
  const unknown = sums.reduce((count, sum) => count + sum.unknown, 0);
  const whole = addUp(sums.map(({ amount }) => amount));
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
      <table className={`${tables.table} ${tables.list}`} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{dimensionName(groupBy)}</th>
            <th scope="col">{t('breakdown.share')}</th>
            <th scope="col" className={tables.number}>
              {t('breakdown.amount')}
            </th>
            <th scope="col" className={tables.number}>
              {t('breakdown.chargesColumn')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sums.map(sum => (
            <BreakdownRow
              key={sum.isRest ? 'rest' : `=${sum.value}`}
              sum={sum}
              whole={whole}
              highest={sums[0].amount}
              name={nameOf(sum)}
              currency={currency}
              state={state}
            />
          ))}
        </tbody>
      </table>
      {unknown > 0 && (
        <p className={tables.note}>
          {t('breakdown.unknown', {
            count: unknown,
            number: unknown.toLocaleString(),
          })}
        </p>
      )}
      {onMore && sums.some(({ isRest }) => isRest) && (
        <p className={tables.note}>
          <Button variant="secondary" size="small" onPress={onMore}>
            {t('breakdown.more')}
          </Button>
        </p>
      )}
    </Section>
  );
}
