import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  ErrorPanel,
  formatMoney,
  LoadingRows,
  Section,
} from '@freehold/plugin-tenancy-react';
import type { ComparedSum } from '../../api';
import { daysOf, type ComparedDays } from '../../domain/comparing';
import { absolute, directionOf, perDay } from '../../domain/comparisonSums';
import { formatChange } from '../../domain/formatChange';
import { formatRange } from '../../domain/formatDays';
import type { CostsViewState } from '../../hooks/useCostsView';
import { useComparison } from '../../hooks/useComparison';
import { lookingTranslationRef } from '../../lookingTranslation';
import tables from '../parts/tables.module.css';

/** What the view costs in all, beside the days it is compared with. */
export function ComparisonSummary(props: {
  state: CostsViewState;
  days: ComparedDays;
  currency: string | undefined;
}) {
  const { state, days, currency } = props;
  const { t } = useTranslationRef(lookingTranslationRef);
  const { data, error, refresh } = useComparison(state.view, days.before, {});
  if (error) {
    return (
      <ErrorPanel
        error={error}
        title={t('compare.failed')}
        onRetry={() => refresh()}
      />
    );
  }
  if (!data) return <LoadingRows count={1} height="4rem" />;
  const sum = data.items.find(it => it.currency === currency) ?? data.items[0];
  return sum ? <Compared state={state} days={days} sum={sum} /> : null;
}

function Compared(props: {
  state: CostsViewState;
  days: ComparedDays;
  sum: ComparedSum;
}) {
  const { state, days, sum } = props;
  const { view, hrefOf } = state;
  const { t } = useTranslationRef(lookingTranslationRef);
  const say = (amount: string) =>
    formatMoney(amount, sum.currency, { isRounded: true });
  const [now, before] = [formatRange(days.now), formatRange(days.before)];
  const isCut = days.now.to !== view.range.to;
  const [count, countBefore] = [daysOf(days.now), daysOf(days.before)];
  return (
    <Section
      title={t(`compare.${directionOf(sum.difference)}`, {
        difference: say(absolute(sum.difference)),
        before,
      })}
      description={[
        t('compare.figures', {
          amount: say(sum.amount),
          now,
          was: say(sum.before),
          before,
        }),
        sum.change !== null && formatChange(sum.change),
      ]
        .filter(Boolean)
        .join(': ')}
    >
      <p className={tables.note}>
        {count !== countBefore &&
          `${t('compare.unequal', {
            now,
            before,
            days: String(count),
            daysBefore: String(countBefore),
            perDay: say(perDay(sum.amount, count)),
            perDayBefore: say(perDay(sum.before, countBefore)),
          })} `}
        {isCut && `${t('compare.soFar')} `}
        <Link
          href={hrefOf({
            to: 'charges',
            view: { ...view, preset: undefined, range: days.before },
            figure: { amount: sum.before, currency: sum.currency },
          })}
        >
          {t('compare.charges', { range: before })}
        </Link>
      </p>
    </Section>
  );
}
