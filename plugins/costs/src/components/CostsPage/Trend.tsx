import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { formatMoney } from '@freehold/plugin-tenancy-react';
import {
  dearestRow,
  shareOf,
  toGrid,
  type CostGrid,
} from '../../domain/costSums';
import type { ComparedDays } from '../../domain/comparing';
import { periodsOf } from '../../domain/DayRange';
import { drillIntoPeriod, drillIntoValue } from '../../domain/drillDown';
import { formatRange } from '../../domain/formatDays';
import { formatWholePercent } from '../../domain/formatPercent';
import type { AnyDimension } from '../../domain/tagDimension';
import { usePastTotals } from '../../hooks/useComparison';
import { useCosts } from '../../hooks/useCosts';
import type { CostsViewState } from '../../hooks/useCostsView';
import { useDimensionOptions } from '../../hooks/useDimensionOptions';
import { periodWordsOf } from '../../domain/periodWords';
import { useValueNames } from '../../hooks/useValueNames';
import { lookingTranslationRef } from '../../lookingTranslation';
import { costsTranslationRef } from '../../translation';
import { FigurePanel } from '../parts/FigurePanel';
import figures from '../parts/FigurePanel.module.css';
import { GridTable } from '../parts/GridTable';
import { LoadedFigure } from '../parts/LoadedFigure';
import { SeriesLegend } from '../parts/SeriesLegend';
import { MOST_SERIES } from '../parts/seriesColor';
import { StackedBars } from '../parts/StackedBars';
import tables from '../parts/tables.module.css';

interface TrendProps {
  state: CostsViewState;
  currency: string | undefined;
  isStaff: boolean;
  /** What it is shown beside. */
  compared?: ComparedDays;
}

/** What was charged over time, as bars stacked by a dimension. */
export function Trend(props: TrendProps) {
  const { state, currency } = props;
  const { view } = state;
  const costs = useCosts(view, {
    groupBy: view.stack,
    granularity: view.granularity,
    top: MOST_SERIES,
  });
  return (
    <LoadedFigure costs={costs} currency={currency} state={state}>
      {(items, shown) => (
        <TrendPanel
          {...props}
          currency={shown}
          grid={toGrid(items, shown, periodsOf(view.range, view.granularity))}
        />
      )}
    </LoadedFigure>
  );
}

function TrendPanel(props: TrendProps & { currency: string; grid: CostGrid }) {
  const { state, currency, grid, isStaff } = props;
  const { view, hrefOf, follow } = state;
  const { t } = useTranslationRef(costsTranslationRef);
  const options = useDimensionOptions(state.view, {
    isStaff,
    chosen: view.stack,
  });
  const words = periodWordsOf(view.granularity);
  const nameOf = useValueNames(
    view.stack,
    grid.values.map(({ value }) => value),
  );
  const names = grid.values.map(nameOf);
  const drill = (period: string, column?: number) => {
    const value = column === undefined ? undefined : grid.values[column];
    return drillIntoPeriod(
      view,
      period,
      value && !value.isRest
        ? { dimension: view.stack, value: value.value ?? '' }
        : undefined,
    );
  };
  const texts = useTexts(props, names);
  const before = useBefore(props);
  return (
    <FigurePanel
      title={texts.finding}
      description={t('chart.unit', { currency })}
      summary={texts.summary}
      actions={
        <Select
          className={figures.select}
          aria-label={t('trend.stack')}
          size="small"
          options={options}
          value={view.stack}
          onChange={key => state.change({ stack: key as AnyDimension })}
        />
      }
      chart={
        <>
          <StackedBars
            grid={grid}
            currency={currency}
            names={names}
            formatPeriod={words.short}
            before={before}
            onOpen={(period, column) => follow(drill(period, column))}
          />
          <SeriesLegend
            values={grid.values}
            names={names}
            currency={currency}
            hrefOf={column =>
              hrefOf(
                drillIntoValue(view, {
                  dimension: view.stack,
                  value: grid.values[column].value ?? '',
                }),
              )
            }
            line={before}
          />
          {before?.undrawn && <p className={tables.note}>{before.undrawn}</p>}
        </>
      }
      table={
        <GridTable
          label={t('trend.label')}
          grid={grid}
          currency={currency}
          names={names}
          formatPeriod={words.long}
          hrefOf={(period, column) => hrefOf(drill(period, column))}
          before={before}
        />
      }
    />
  );
}

/** What the days beside cost, each in the place of one that is shown. */
function useBefore(props: TrendProps & { currency: string; grid: CostGrid }) {
  const { state, compared, currency, grid } = props;
  const { view, hrefOf } = state;
  const { t } = useTranslationRef(lookingTranslationRef);
  const { data } = usePastTotals(view, compared?.before);
  if (!data || !compared) return undefined;
  const periods = periodsOf(compared.before, view.granularity);
  const past = toGrid(data.items, currency, periods);
  const range = formatRange(compared.before);
  const undrawn = periods.length - grid.rows.length;
  return {
    name: t('compare.line', { range }),
    amounts: past.rows.map(({ total }) => total),
    total: past.total,
    href: hrefOf({
      to: 'charges',
      view: { ...view, preset: undefined, range: compared.before },
      figure: { amount: past.total, currency },
    }),
    undrawn:
      undrawn > 0 ? t('compare.undrawn', { count: undrawn, range }) : undefined,
  };
}

/** What the bars say, as a title and in a few sentences. */
function useTexts(
  props: TrendProps & { currency: string; grid: CostGrid },
  names: readonly string[],
) {
  const { state, currency, grid } = props;
  const { granularity, metric, range } = state.view;
  const { t } = useTranslationRef(costsTranslationRef);
  const words = periodWordsOf(granularity);
  const say = (amount: string) =>
    formatMoney(amount, currency, { isRounded: true });
  const most = dearestRow(grid);
  const first = grid.values.findIndex(({ isRest }) => !isRest);
  const share =
    first === -1 ? undefined : shareOf(grid.values[first].amount, grid.total);
  const total = say(grid.total);
  return {
    finding:
      share && most
        ? t(granularity === 'month' ? 'trend.leadMonth' : 'trend.lead', {
            value: names[first],
            share: formatWholePercent(share),
            total,
            period: words.long(most.period),
          })
        : t('trend.total', { total }),
    summary: t('trend.summary', {
      metric: t(`metric.${metric}`),
      range: formatRange(range),
      total,
      values: grid.values
        .map(({ amount }, column) =>
          t('trend.part', { value: names[column], amount: say(amount) }),
        )
        .join(', '),
      most: most ? say(most.total) : total,
      period: most ? words.long(most.period) : formatRange(range),
    }),
  };
}
