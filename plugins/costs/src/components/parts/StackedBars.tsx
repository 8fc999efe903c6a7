import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatMoney } from '@freehold/plugin-tenancy-react';
import { useCallback, useMemo, useRef } from 'react';
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  useActiveTooltipLabel,
  XAxis,
  YAxis,
  type TooltipContentProps,
} from 'recharts';
import { useEffect } from 'react';
import type { CostGrid } from '../../domain/costSums';
import { costsTranslationRef } from '../../translation';
import { toDrawable } from './drawable';
import { seriesColor } from './seriesColor';
import styles from './StackedBars.module.css';

/** What other periods cost, each beside the one in its place. */
export interface PastTotals {
  name: string;
  amounts: readonly (string | undefined)[];
}

interface StackedBarsProps {
  grid: CostGrid;
  currency: string;
  /** Names of the grid's values, in their order. */
  names: readonly string[];
  formatPeriod: (period: string) => string;
  /** Totals of other days, in the order of the rows, as a line. */
  before?: PastTotals;
  /** Leads to what a bar, or one part of it, is made of. */
  onOpen: (period: string, column?: number) => void;
}

/**
 * Amounts over time as bars from zero, stacked by value. A click opens a part;
 * arrow keys move from bar to bar, and Enter opens the one they stand on.
 */
export function StackedBars(props: StackedBarsProps) {
  const { grid, currency, names, formatPeriod, before, onOpen } = props;
  const { t } = useTranslationRef(costsTranslationRef);
  const active = useRef<string>();
  const keepActive = useCallback((period: string | undefined) => {
    active.current = period;
  }, []);
  const bars = useMemo(() => toBars(grid, before), [grid, before]);
  const scale = useMemo(
    () =>
      new Intl.NumberFormat(undefined, {
        style: 'currency',
        currency,
        notation: 'compact',
        maximumSignificantDigits: 3,
      }),
    [currency],
  );
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- Recharts makes its drawing focusable; its Enter comes up to here
    <div
      className={styles.chart}
      title={t('chart.keys')}
      onKeyDown={({ key }) => {
        if (key === 'Enter' && active.current) onOpen(active.current);
      }}
    >
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          data={bars}
          stackOffset="sign"
          accessibilityLayer
          margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        >
          <CartesianGrid vertical={false} stroke="var(--bui-border-1)" />
          <XAxis
            dataKey="period"
            tickFormatter={formatPeriod}
            tickLine={false}
            stroke="var(--bui-fg-secondary)"
            minTickGap={16}
          />
          <YAxis
            tickFormatter={value => scale.format(value)}
            tickLine={false}
            axisLine={false}
            stroke="var(--bui-fg-secondary)"
            width={72}
          />
          <ReferenceLine y={0} stroke="var(--bui-fg-secondary)" />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--bui-bg-neutral-3)' }}
            content={tip => <BarTip {...props} tip={tip} />}
          />
          {grid.values.map((value, column) => (
            <Bar
              key={keyOf(column)}
              dataKey={keyOf(column)}
              stackId="costs"
              name={names[column]}
              fill={seriesColor(column, value.isRest)}
              stroke="var(--bui-bg-app)"
              strokeWidth={1}
              maxBarSize={64}
              isAnimationActive={false}
              cursor="pointer"
              onClick={(_, index) =>
                onOpen(
                  grid.rows[index].period,
                  value.isRest ? undefined : column,
                )
              }
            />
          ))}
          {before && (
            <Line
              dataKey="before"
              name={before.name}
              stroke="var(--bui-fg-primary)"
              strokeDasharray="5 4"
              strokeWidth={1.5}
              dot={false}
              isAnimationActive={false}
            />
          )}
          <ActivePeriod onChange={keepActive} />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

function BarTip(props: StackedBarsProps & { tip: TooltipContentProps }) {
  const { grid, currency, names, formatPeriod, before, tip } = props;
  const place = grid.rows.findIndex(({ period }) => period === tip.label);
  if (!tip.active || place === -1) return null;
  const row = grid.rows[place];
  const past = before?.amounts[place];
  const say = (amount: string) =>
    formatMoney(amount, currency, { isRounded: true });
  return (
    <div className={styles.tip}>
      <strong>
        {formatPeriod(row.period)} · {say(row.total)}
      </strong>
      <ul>
        {grid.values.map((value, column) => {
          const amount = row.amounts[column];
          return amount === undefined ? null : (
            <li key={names[column]}>
              <span
                className={styles.key}
                style={{ background: seriesColor(column, value.isRest) }}
              />
              <span>{names[column]}</span>
              <span>{say(amount)}</span>
            </li>
          );
        })}
        {before && past !== undefined && (
          <li>
            <span className={styles.dash} />
            <span>{before.name}</span>
            <span>{say(past)}</span>
          </li>
        )}
      </ul>
    </div>
  );
}

/** Tells which bar the pointer or the arrow keys stand on. */
function ActivePeriod(props: {
  onChange: (period: string | undefined) => void;
}) {
  const { onChange } = props;
  const label = useActiveTooltipLabel();
  useEffect(
    () => onChange(label === undefined ? undefined : String(label)),
    [label, onChange],
  );
  return null;
}

function toBars(grid: CostGrid, before?: PastTotals) {
  return grid.rows.map(({ period, amounts }, place) => ({
    period,
    ...(before?.amounts[place] !== undefined && {
      before: toDrawable(before.amounts[place]),
    }),
    ...Object.fromEntries(
      amounts.map((amount, column) => [keyOf(column), toDrawable(amount)]),
    ),
  }));
}

function keyOf(column: number): string {
  return `value${column}`;
}
