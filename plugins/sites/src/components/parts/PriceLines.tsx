import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatMoney } from '@freehold/plugin-tenancy-react';
import type { PricedLines } from '../../api';
import { usePriceItemTitle } from '../../hooks/usePriceItemTitle';
import { sitesTranslationRef } from '../../translation';
import styles from './PriceLines.module.css';

/** A monthly price, part by part, with its total. */
export function PriceLines(props: {
  price: PricedLines;
  /** Id of the cloud, whose sizes have titles. */
  cloud: string | undefined;
}) {
  const { price, cloud } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const itemTitle = usePriceItemTitle(cloud);
  return (
    <table className={styles.lines} aria-label={t('priceLines.title')}>
      <tbody>
        {price.lines.map(({ item, quantity, amount }) => (
          <tr key={item}>
            <th scope="row">
              {itemTitle(item)}
              {quantity !== '1' && ` × ${quantity}`}
            </th>
            <td className={styles.amount}>
              {formatMoney(amount, price.currency)}
            </td>
          </tr>
        ))}
        <tr className={styles.total}>
          <th scope="row">{t('priceLines.total')}</th>
          <td className={styles.amount}>
            {formatMoney(price.amount, price.currency)}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
