import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatMoney } from '@freehold/plugin-tenancy-react';
import type { PricedLines } from '../../api';
import { sitesTranslationRef } from '../../translation';
import styles from './PriceLines.module.css';

const SIZED = ['size', 'database', 'replica'] as const;

/** A monthly price, part by part, with its total. */
export function PriceLines(props: {
  price: PricedLines;
  /** Titles of sizes by id. */
  sizeTitles?: Record<string, string>;
}) {
  const { price, sizeTitles = {} } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const itemTitle = useItemTitle(sizeTitles);
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

function useItemTitle(sizeTitles: Record<string, string>) {
  const { t } = useTranslationRef(sitesTranslationRef);
  return (item: string): string => {
    const [kind, of = ''] = item.split('.');
    if (item === 'storage') return t('priceLines.storage');
    if (item === 'custom.vcpu') return t('priceLines.vcpu');
    if (item === 'custom.gib') return t('priceLines.gib');
    const sized = SIZED.find(it => it === kind);
    if (!sized) return item;
    return t(`priceLines.${sized}`, { size: sizeTitles[of] ?? of });
  };
}
