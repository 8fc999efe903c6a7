import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { portalTranslationRef } from '../translation';

/**
 * An amount in its currency, in the reader's locale. `amount` is a decimal
 * string and stays one: it never passes through a floating-point number.
 */
export function formatMoney(amount: string, currency: string): string {
  return new Intl.NumberFormat(undefined, {
    style: 'currency',
    currency,
  }).format(amount as Intl.StringNumericLiteral);
}

/** An amount with its currency and, when given, its period. */
export function Money(props: {
  amount: string;
  currency: string;
  per?: 'month';
}) {
  const { t } = useTranslationRef(portalTranslationRef);
  const { amount, currency, per } = props;
  const text = formatMoney(amount, currency);
  return (
    <data value={amount} title={`${amount} ${currency}`}>
      {per === 'month' ? t('money.perMonth', { amount: text }) : text}
    </data>
  );
}
