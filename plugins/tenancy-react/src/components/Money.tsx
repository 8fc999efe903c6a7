import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { portalTranslationRef } from '../translation';

/** As many as prices have: what is charged is what is shown. */
const MOST_DIGITS = 6;

/**
 * An amount in its currency, in the reader's locale and to its last digit.
 * `amount` is a decimal string and stays one: it never passes through a
 * floating-point number.
 *
 * @param options.withSign - show a plus, too
 */
export function formatMoney(
  amount: string,
  currency: string,
  options: { withSign?: boolean } = {},
): string {
  return new Intl.NumberFormat(undefined, {
    style: 'currency',
    currency,
    maximumFractionDigits: MOST_DIGITS,
    signDisplay: options.withSign ? 'always' : 'auto',
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
