import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { portalTranslationRef } from '../translation';

/** As many as prices have: what is charged is what is shown. */
const MOST_DIGITS = 6;

/** More than any amount has, and as many as browsers can show. */
const EVERY_DIGIT = 20;

/**
 * An amount in its currency, in the reader's locale and to its last digit.
 * `amount` is a decimal string and stays one: it never passes through a
 * floating-point number.
 *
 * @param options.withSign - show a plus, too
 * @param options.isRounded - no more digits than the currency has, so for
 *   figures that are made of many; the first two digits stay in any case
 * @param options.isExact - every digit there is, for what others add up to
 */
export function formatMoney(
  amount: string,
  currency: string,
  options: {
    withSign?: boolean;
    isRounded?: boolean;
    isExact?: boolean;
  } = {},
): string {
  return new Intl.NumberFormat(undefined, {
    style: 'currency',
    currency,
    ...(options.isRounded
      ? roundingOf(amount, currency)
      : {
          maximumFractionDigits: options.isExact ? EVERY_DIGIT : MOST_DIGITS,
        }),
    signDisplay: options.withSign ? 'always' : 'auto',
  }).format(amount as Intl.StringNumericLiteral);
}

/** Little is not nothing: what would be rounded to zero keeps two digits. */
function roundingOf(
  amount: string,
  currency: string,
): Intl.NumberFormatOptions {
  const rounded = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).format(amount as Intl.StringNumericLiteral);
  const isLost = /[1-9]/.test(amount) && !/[1-9]/.test(rounded);
  return isLost ? { maximumSignificantDigits: 2 } : {};
}

/**
 * An amount with its currency and, when given, its period. The exact amount is
 * shown on hover.
 */
export function Money(props: {
  amount: string;
  currency: string;
  per?: 'month';
  isRounded?: boolean;
  isExact?: boolean;
}) {
  const { t } = useTranslationRef(portalTranslationRef);
  const { amount, currency, per, isRounded, isExact } = props;
  const text = formatMoney(amount, currency, { isRounded, isExact });
  return (
    <data value={amount} title={`${amount} ${currency}`}>
      {per === 'month' ? t('money.perMonth', { amount: text }) : text}
    </data>
  );
}
