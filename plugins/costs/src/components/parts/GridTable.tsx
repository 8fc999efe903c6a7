import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { Money } from '@freehold/plugin-tenancy-react';
import type { CostGrid } from '../../domain/costSums';
import { differenceOf } from '../../domain/costSums';
import { lookingTranslationRef } from '../../lookingTranslation';
import { costsTranslationRef } from '../../translation';
import { Difference } from './Difference';
import type { PastTotals } from './StackedBars';
import styles from './tables.module.css';

/** The figures of a drawing over time as a table, newest first. */
export function GridTable(props: {
  label: string;
  grid: CostGrid;
  currency: string;
  names: readonly string[];
  formatPeriod: (period: string) => string;
  hrefOf: (period: string, column?: number) => string;
  /** Totals of other days beside each period. */
  before?: PastTotals;
}) {
  const { label, grid, currency, names, formatPeriod, hrefOf, before } = props;
  const { t } = useTranslationRef(costsTranslationRef);
  const { t: tLooking } = useTranslationRef(lookingTranslationRef);
  const rows = grid.rows.map((row, place) => ({
    ...row,
    past: before?.amounts[place],
  }));
  return (
    <div className={styles.scroll}>
      <table className={`${styles.table} ${styles.list}`} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('chart.period')}</th>
            {names.map(name => (
              <th key={name} scope="col" className={styles.number}>
                {name}
              </th>
            ))}
            <th scope="col" className={styles.number}>
              {t('chart.total')}
            </th>
            {before && (
              <>
                <th scope="col" className={styles.number}>
                  {before.name}
                </th>
                <th scope="col" className={styles.number}>
                  {tLooking('compare.difference')}
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.reverse().map(({ period, amounts, total, past }) => (
            <tr key={period}>
              <th scope="row" className={styles.day}>
                <Link href={hrefOf(period)}>{formatPeriod(period)}</Link>
              </th>
              {amounts.map((amount, column) => (
                <td
                  key={names[column]}
                  className={styles.number}
                  data-label={names[column]}
                >
                  {amount === undefined && '–'}
                  {amount !== undefined && grid.values[column].isRest && (
                    <Money amount={amount} currency={currency} isRounded />
                  )}
                  {amount !== undefined && !grid.values[column].isRest && (
                    <Link href={hrefOf(period, column)} color="primary">
                      <Money amount={amount} currency={currency} isRounded />
                    </Link>
                  )}
                </td>
              ))}
              <td className={styles.number} data-label={t('chart.total')}>
                <Link href={hrefOf(period)} color="primary">
                  <Money amount={total} currency={currency} isRounded />
                </Link>
              </td>
              {before && (
                <>
                  <td className={styles.number} data-label={before.name}>
                    {past === undefined ? (
                      '–'
                    ) : (
                      <Money amount={past} currency={currency} isRounded />
                    )}
                  </td>
                  <td
                    className={styles.number}
                    data-label={tLooking('compare.difference')}
                  >
                    {past !== undefined && (
                      <Difference
                        amount={differenceOf(total, past)}
                        currency={currency}
                      />
                    )}
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
