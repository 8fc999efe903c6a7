import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatMoney } from '@freehold/plugin-tenancy-react';
import { Link } from 'react-router-dom';
import { highestCell, toGrid, type CostGrid } from '../../domain/costSums';
import { periodsOf } from '../../domain/DayRange';
import { drillIntoPeriod, drillIntoValue } from '../../domain/drillDown';
import { formatRange } from '../../domain/formatDays';
import { periodWordsOf } from '../../domain/periodWords';
import { useCosts } from '../../hooks/useCosts';
import type { CostsViewState } from '../../hooks/useCostsView';
import { useRovingGrid } from '../../hooks/useRovingGrid';
import { useValueNames } from '../../hooks/useValueNames';
import { costsTranslationRef } from '../../translation';
import { toDrawableShare } from '../parts/drawable';
import { FigurePanel } from '../parts/FigurePanel';
import { GridTable } from '../parts/GridTable';
import { LoadedFigure } from '../parts/LoadedFigure';
import styles from './HeatMap.module.css';

const SERVICES = 12;
const DIMENSION = 'service_name';

/** When each service cost how much: darker is more. */
export function HeatMap(props: {
  state: CostsViewState;
  currency: string | undefined;
}) {
  const { state, currency } = props;
  const { view } = state;
  const costs = useCosts(view, {
    groupBy: DIMENSION,
    granularity: view.granularity,
    top: SERVICES,
  });
  return (
    <LoadedFigure costs={costs} currency={currency} state={state} isQuiet>
      {(items, shown) => (
        <HeatPanel
          state={state}
          currency={shown}
          grid={toGrid(items, shown, periodsOf(view.range, view.granularity))}
        />
      )}
    </LoadedFigure>
  );
}

interface HeatProps {
  state: CostsViewState;
  currency: string;
  grid: CostGrid;
}

function HeatPanel(props: HeatProps) {
  const { state, currency, grid } = props;
  const { view, hrefOf } = state;
  const { t } = useTranslationRef(costsTranslationRef);
  const nameOf = useValueNames(
    DIMENSION,
    grid.values.map(({ value }) => value),
  );
  const names = grid.values.map(nameOf);
  const leadTo = (period: string, column?: number) =>
    hrefOf(drillIntoPeriod(view, period, serviceFilter(grid, column)));
  const scale = t('heat.scale', {
    highest: formatMoney(highestCell(grid), currency, { isRounded: true }),
  });
  return (
    <FigurePanel
      title={t('heat.title')}
      description={scale}
      summary={`${formatRange(view.range)}. ${names.join(', ')}.`}
      chart={<HeatCells {...props} names={names} leadTo={leadTo} />}
      table={
        <GridTable
          label={t('heat.title')}
          grid={grid}
          currency={currency}
          names={names}
          formatPeriod={periodWordsOf(view.granularity).long}
          hrefOf={leadTo}
        />
      }
    />
  );
}

function HeatCells(
  props: HeatProps & {
    names: readonly string[];
    leadTo: (period: string, column: number) => string;
  },
) {
  const { state, currency, grid, names, leadTo } = props;
  const { view, hrefOf } = state;
  const { t } = useTranslationRef(costsTranslationRef);
  const words = periodWordsOf(view.granularity);
  const roving = useRovingGrid();
  const highest = highestCell(grid);
  return (
    <div className={styles.scroll}>
      <table
        className={styles.heat}
        aria-label={t('heat.title')}
        title={t('chart.keys')}
        {...roving.grid}
      >
        <thead>
          <tr>
            <td />
            {grid.rows.map(({ period }, place) => (
              <th key={period} scope="col">
                {place % labelStep(grid) === 0 && words.short(period)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.values.map((service, column) => (
            <tr key={names[column]}>
              <th scope="row" title={names[column]}>
                {service.isRest ? (
                  names[column]
                ) : (
                  <Link
                    to={hrefOf(
                      drillIntoValue(view, {
                        dimension: DIMENSION,
                        value: service.value ?? '',
                      }),
                    )}
                  >
                    {names[column]}
                  </Link>
                )}
              </th>
              {grid.rows.map(({ period, amounts }, place) => {
                const amount = amounts[column] ?? '0';
                const label = t('heat.cell', {
                  service: names[column],
                  period: words.long(period),
                  amount: formatMoney(amount, currency, { isRounded: true }),
                });
                return (
                  <td key={period}>
                    <Link
                      to={leadTo(period, column)}
                      className={styles.cell}
                      aria-label={label}
                      title={label}
                      style={{ background: shade(amount, highest) }}
                      {...roving.cell(column, place)}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function serviceFilter(grid: CostGrid, column: number | undefined) {
  const service = column === undefined ? undefined : grid.values[column];
  return service && !service.isRest
    ? ({ dimension: DIMENSION, value: service.value ?? '' } as const)
    : undefined;
}

/** Nothing is the colour of the paper, the most that of the first series. */
function shade(amount: string, highest: string): string {
  const percent = Math.round(toDrawableShare(amount, highest) * 100);
  return `color-mix(in oklab, var(--freehold-series-1) ${percent}%, var(--bui-bg-neutral-2))`;
}

const MOST_LABELS = 12;

function labelStep(grid: CostGrid): number {
  return Math.ceil(grid.rows.length / MOST_LABELS);
}
