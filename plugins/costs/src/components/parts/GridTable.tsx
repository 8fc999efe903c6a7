import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { Money } from '@freehold/plugin-tenancy-react';
import type { CostGrid } from '../../domain/costSums';
import { costsTranslationRef } from '../../translation';
import styles from './tables.module.css';

/** The figures of a drawing over time as a table, newest first. */
export function GridTable(props: {
  label: string;
  grid: CostGrid;
  currency: string;
  names: readonly string[];
  formatPeriod: (period: string) => string;
  hrefOf: (period: string, column?: number) => string;
}) {
  const { label, grid, currency, names, formatPeriod, hrefOf } = props;
  const { t } = useTranslationRef(costsTranslationRef);
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={label}>
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
          </tr>
        </thead>
        <tbody>
          {[...grid.rows].reverse().map(({ period, amounts, total }) => (
            <tr key={period}>
              <th scope="row" className={styles.day}>
                <Link href={hrefOf(period)}>{formatPeriod(period)}</Link>
              </th>
              {amounts.map((amount, column) => (
                <td key={names[column]} className={styles.number}>
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
              <td className={styles.number}>
                <Money amount={total} currency={currency} isRounded />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
