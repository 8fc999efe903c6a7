import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatMoney } from '@freehold/plugin-tenancy-react';
import { isZero } from '../../domain/costSums';
import { formatChange } from '../../domain/formatChange';
import { lookingTranslationRef } from '../../lookingTranslation';

/** How much more or less something is, with its sign; exact on hover. */
export function Difference(props: { amount: string; currency: string }) {
  const { amount, currency } = props;
  return (
    <data value={amount} title={`${amount} ${currency}`}>
      {formatMoney(amount, currency, {
        isRounded: true,
        withSign: !isZero(amount),
      })}
    </data>
  );
}

/** By which part of what it was something changed; of nothing, that it is new. */
export function Change(props: {
  amount: string;
  before: string;
  change: string | null;
}) {
  const { amount, before, change } = props;
  const { t } = useTranslationRef(lookingTranslationRef);
  if (isZero(amount) && !isZero(before)) return <>{t('compare.isGone')}</>;
  if (change !== null) return <>{formatChange(change)}</>;
  return <>{isZero(before) && !isZero(amount) ? t('compare.isNew') : '–'}</>;
}
