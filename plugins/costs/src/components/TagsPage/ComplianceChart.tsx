import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import {
  CartesianGrid,
  Legend,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { TagCompliance } from '../../api';
import { formatMonth, formatShortMonth } from '../../domain/formatDays';
import { formatPercent, formatWholePercent } from '../../domain/formatPercent';
import { toSeries, type ComplianceSeries } from '../../domain/tagCompliance';
import { tagsTranslationRef } from '../../tagsTranslation';
import { costsTranslationRef } from '../../translation';
import { toDrawable } from '../parts/drawable';
import { FigurePanel } from '../parts/FigurePanel';
import { MOST_SERIES, seriesColor } from '../parts/seriesColor';
import chart from '../parts/StackedBars.module.css';
import tables from '../parts/tables.module.css';
import { shareText } from './ComplianceByKey';
import styles from './ComplianceChart.module.css';

/** Lines differ in their dashes too, so that colour alone tells nothing. */
const DASHES = ['', '6 3', '2 3', '8 3 2 3', '12 4', '4 2', '1 4'];

/** The share of the cost whose tags comply, month by month. */
export function ComplianceChart({
  items,
}: {
  items: readonly TagCompliance[];
}) {
  const { t } = useTranslationRef(tagsTranslationRef);
  const series = useMemo(() => toSeries(items), [items]);
  const newest = series.months.at(-1);
  const say = (share: string | null) =>
    share === null ? '–' : formatWholePercent(share);
  const worst = leastOf(series);
  return (
    <FigurePanel
      title={
        worst
          ? t('chart.lead', {
              key: worst.key,
              share: formatWholePercent(worst.share),
            })
          : t('chart.all')
      }
      description={t('chart.unit')}
      summary={
        newest
          ? t('chart.summary', {
              month: formatMonth(newest.period),
              parts: series.keys
                .map((key, column) =>
                  t('chart.part', { key, share: say(newest.shares[column]) }),
                )
                .join(', '),
            })
          : ''
      }
      chart={<Lines series={series} />}
      table={<SharesTable series={series} />}
    />
  );
}

function Lines({ series }: { series: ComplianceSeries }) {
  const data = series.months.map(({ period, shares }) => ({
    period,
    ...Object.fromEntries(
      shares.map((share, column) => [
        `key${column}`,
        share === null ? null : toDrawable(share),
      ]),
    ),
  }));
  return (
    <div className={chart.chart}>
      <ResponsiveContainer width="100%" height="100%">
        <LineChart
          data={data}
          accessibilityLayer
          margin={{ top: 8, right: 24, bottom: 0, left: 0 }}
        >
          <CartesianGrid vertical={false} stroke="var(--bui-border-1)" />
          <XAxis
            dataKey="period"
            tickFormatter={formatShortMonth}
            tickLine={false}
            stroke="var(--bui-fg-secondary)"
            padding={{ left: 24, right: 24 }}
            minTickGap={16}
          />
          <YAxis
            domain={[0, 1]}
            ticks={[0, 0.25, 0.5, 0.75, 1]}
            tickFormatter={value => formatWholePercent(String(value))}
            tickLine={false}
            axisLine={false}
            stroke="var(--bui-fg-secondary)"
            width={56}
          />
          <Tooltip
            isAnimationActive={false}
            labelFormatter={label => formatMonth(String(label))}
            formatter={value => formatPercent(String(value))}
            itemStyle={{ color: 'var(--bui-fg-primary)' }}
            contentStyle={{
              background: 'var(--bui-bg-neutral-1)',
              borderColor: 'var(--bui-border-2)',
              color: 'var(--bui-fg-primary)',
            }}
          />
          <Legend
            formatter={key => <span className={styles.key}>{key}</span>}
          />
          {series.keys.slice(0, MOST_SERIES).map((key, column) => (
            <Line
              key={key}
              dataKey={`key${column}`}
              name={key}
              stroke={seriesColor(column, false)}
              strokeWidth={2}
              strokeDasharray={DASHES[column]}
              dot={{ fill: 'var(--bui-bg-app)', strokeDasharray: '' }}
              connectNulls={false}
              isAnimationActive={false}
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}

function SharesTable({ series }: { series: ComplianceSeries }) {
  const { t } = useTranslationRef(tagsTranslationRef);
  const { t: tCosts } = useTranslationRef(costsTranslationRef);
  return (
    <div className={tables.scroll}>
      <table
        className={`${tables.table} ${tables.list}`}
        aria-label={t('chart.label')}
      >
        <thead>
          <tr>
            <th scope="col">{tCosts('chart.period')}</th>
            {series.keys.map(key => (
              <th key={key} scope="col" className={tables.number}>
                {key}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...series.months].reverse().map(({ period, shares }) => (
            <tr key={period}>
              <th scope="row" className={tables.day}>
                {formatMonth(period)}
              </th>
              {shares.map((share, column) => (
                <td
                  key={series.keys[column]}
                  className={tables.number}
                  data-label={series.keys[column]}
                >
                  {shareText(share)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The key that complies least in the newest month; none where all do wholly. */
function leastOf({ keys, months }: ComplianceSeries) {
  const least = (months.at(-1)?.shares ?? [])
    .map((share, column) => ({ key: keys[column], share }))
    .filter((it): it is { key: string; share: string } => it.share !== null)
    .sort((a, b) => toDrawable(a.share) - toDrawable(b.share))[0];
  return least && least.share !== '1' ? least : undefined;
}
