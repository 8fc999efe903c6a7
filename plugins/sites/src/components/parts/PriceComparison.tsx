import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatMoney } from '@freehold/plugin-tenancy-react';
import type { PricedLines } from '../../api';
import {
  comparePrices,
  differenceOf,
  type ComparedLine,
} from '../../domain/comparePrices';
import { usePriceItemTitle } from '../../hooks/usePriceItemTitle';
import { specificationTranslationRef } from '../../specificationTranslation';
import { sitesTranslationRef } from '../../translation';
import { Difference } from './Difference';
import { PriceLines } from './PriceLines';
import styles from './PriceLines.module.css';

/**
 * What a change makes of a monthly price, part by part. In two currencies
 * nothing is compared: the later price stands alone.
 */
export function PriceComparison(props: {
  before: PricedLines | undefined;
  after: PricedLines;
  /** Id of the cloud, whose sizes have titles. */
  cloud: string | undefined;
}) {
  const { before, after, cloud } = props;
  const { t } = useTranslationRef(specificationTranslationRef);
  const { t: tSites } = useTranslationRef(sitesTranslationRef);
  if (before?.currency !== after.currency) {
    return <PriceLines price={after} cloud={cloud} />;
  }
  const { currency } = after;
  return (
    <table className={styles.lines} aria-label={t('lines.label')}>
      <thead>
        <tr>
          <th scope="col">{t('lines.part')}</th>
          {(['before', 'after', 'difference'] as const).map(column => (
            <th key={column} scope="col" className={styles.amount}>
              {t(`lines.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {comparePrices(before, after).map(line => (
          <Line key={line.item} line={line} currency={currency} cloud={cloud} />
        ))}
        <tr className={styles.total}>
          <th scope="row">{tSites('priceLines.total')}</th>
          <Amount amount={before.amount} currency={currency} />
          <Amount amount={after.amount} currency={currency} />
          <td className={styles.amount}>
            <Difference
              amount={differenceOf(before.amount, after.amount)}
              currency={currency}
            />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Line(props: {
  line: ComparedLine;
  currency: string;
  cloud: string | undefined;
}) {
  const { line, currency, cloud } = props;
  const itemTitle = usePriceItemTitle(cloud);
  return (
    <tr>
      <th scope="row">
        {itemTitle(line.item)}
        {line.quantity !== '1' && ` × ${line.quantity}`}
      </th>
      <Amount amount={line.before} currency={currency} />
      <Amount amount={line.after} currency={currency} />
      <td className={styles.amount}>
        <Difference amount={line.difference} currency={currency} />
      </td>
    </tr>
  );
}

function Amount(props: { amount: string | undefined; currency: string }) {
  const { amount, currency } = props;
  const { t } = useTranslationRef(specificationTranslationRef);
  return (
    <td className={styles.amount}>
      {amount === undefined ? t('lines.none') : formatMoney(amount, currency)}
    </td>
  );
}
