import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatMoney } from '@freehold/plugin-tenancy-react';
import { isNegative } from '../../domain/comparePrices';
import { specificationTranslationRef } from '../../specificationTranslation';
import styles from './Difference.module.css';

/** How much more or less something costs, with its sign; a dash for no change. */
export function Difference(props: {
  amount: string | undefined;
  currency: string;
}) {
  const { amount, currency } = props;
  const { t } = useTranslationRef(specificationTranslationRef);
  if (amount === undefined) return <>{t('lines.none')}</>;
  return (
    <span className={isNegative(amount) ? styles.less : styles.more}>
      {formatMoney(amount, currency, { withSign: true })}
    </span>
  );
}
