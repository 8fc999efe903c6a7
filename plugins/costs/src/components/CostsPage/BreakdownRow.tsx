import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { Money } from '@freehold/plugin-tenancy-react';
import { shareOf, type ValueSum } from '../../domain/costSums';
import { drillIntoValue, narrow } from '../../domain/drillDown';
import { formatPercent } from '../../domain/formatPercent';
import type { CostsViewState } from '../../hooks/useCostsView';
import { costsTranslationRef } from '../../translation';
import { toDrawableShare } from '../parts/drawable';
import tables from '../parts/tables.module.css';
import styles from './BreakdownRow.module.css';

/** One value with its cost; it leads further down, and to its charges. */
export function BreakdownRow(props: {
  sum: ValueSum;
  whole: string;
  highest: string;
  name: string;
  currency: string;
  state: CostsViewState;
}) {
  const { sum, whole, highest, name, currency, state } = props;
  const { view, hrefOf } = state;
  const { t } = useTranslationRef(costsTranslationRef);
  const share = shareOf(sum.amount, whole);
  const filter = { dimension: view.groupBy, value: sum.value ?? '' };
  const charges = t('breakdown.charges', {
    count: sum.charges,
    number: sum.charges.toLocaleString(),
  });
  return (
    <tr>
      <th scope="row">
        {sum.isRest ? (
          name
        ) : (
          <Link href={hrefOf(drillIntoValue(view, filter))}>{name}</Link>
        )}
      </th>
      <td className={styles.share}>
        <span className={styles.track}>
          <span
            className={styles.bar}
            style={{ width: `${toDrawableShare(sum.amount, highest) * 100}%` }}
          />
        </span>
        <span className={styles.percent}>{share && formatPercent(share)}</span>
      </td>
      <td className={tables.number}>
        <Money amount={sum.amount} currency={currency} isRounded />
      </td>
      <td className={tables.number}>
        {sum.isRest ? (
          charges
        ) : (
          <Link
            href={hrefOf({
              to: 'charges',
              view: narrow(view, filter),
              figure: { amount: sum.amount, currency },
            })}
            color="secondary"
          >
            {charges}
          </Link>
        )}
      </td>
    </tr>
  );
}
