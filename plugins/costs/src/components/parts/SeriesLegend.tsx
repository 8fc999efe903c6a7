import { Link } from '@backstage/ui';
import { formatMoney } from '@freehold/plugin-tenancy-react';
import type { ValueSum } from '../../domain/costSums';
import { seriesColor } from './seriesColor';
import styles from './SeriesLegend.module.css';

/** What the colours of a drawing stand for; each leads to what it is made of. */
export function SeriesLegend(props: {
  values: readonly ValueSum[];
  names: readonly string[];
  currency: string;
  hrefOf: (column: number) => string;
  /** What the dashed line stands for. */
  line?: { name: string; total: string; href: string };
}) {
  const { values, names, currency, hrefOf, line } = props;
  return (
    <ul className={styles.legend}>
      {values.map(({ isRest, amount }, column) => (
        <li key={names[column]}>
          <span
            className={styles.key}
            style={{ background: seriesColor(column, isRest) }}
          />
          {isRest ? (
            names[column]
          ) : (
            <Link href={hrefOf(column)} color="primary">
              {names[column]}
            </Link>
          )}
          <span className={styles.amount}>
            {formatMoney(amount, currency, { isRounded: true })}
          </span>
        </li>
      ))}
      {line && (
        <li>
          <span className={styles.dash} />
          <Link href={line.href} color="primary">
            {line.name}
          </Link>
          <span className={styles.amount}>
            {formatMoney(line.total, currency, { isRounded: true })}
          </span>
        </li>
      )}
    </ul>
  );
}
