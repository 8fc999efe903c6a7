import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { Money } from '@freehold/plugin-tenancy-react';
import { isZero } from '../../domain/costSums';
import { toSummaryView, type Filter } from '../../domain/CostsView';
import { addMonths } from '../../domain/DayRange';
import { formatMonthName } from '../../domain/formatDays';
import { lookingTranslationRef } from '../../lookingTranslation';
import { costsTranslationRef } from '../../translation';
import { AllocatedCard, UnallocatedCard } from './AllocationCards';
import { Card, ShareCard } from './SummaryCard';
import styles from './SummaryCards.module.css';
import { monthSoFar, type SummaryCardsProps } from './monthSoFar';

const USAGE: readonly Filter[] = [
  { dimension: 'charge_category', value: 'Usage' },
];
const COMMITTED: readonly Filter[] = [
  ...USAGE,
  { dimension: 'commitment_discount_status', value: 'Used' },
  { dimension: 'commitment_discount_status', value: 'Unused' },
];
const ELIGIBLE: readonly Filter[] = [
  ...USAGE,
  { dimension: 'pricing_category', value: 'Standard' },
  { dimension: 'pricing_category', value: 'Committed' },
];

/** The figures of this month; those that nobody can know are left out. */
export function SummaryCards({ state, ...figuresOf }: SummaryCardsProps) {
  const view = toSummaryView(state.view);
  const props = { ...figuresOf, state: { ...state, view } };
  const { t } = useTranslationRef(costsTranslationRef);
  const chargesOf = (filters: readonly Filter[]) =>
    props.state.hrefOf({
      to: 'charges',
      view: { ...monthSoFar(props), filters: [...view.filters, ...filters] },
    });
  return (
    <ul className={styles.cards} aria-label={t('card.label')}>
      <MonthCards {...props} />
      <ShareCard
        share={props.figures.effectiveSavingsRate}
        label={t('card.savings')}
        hint={t('card.savingsHint')}
        charges={chargesOf(USAGE)}
      />
      <ShareCard
        share={props.figures.commitmentUtilisation}
        label={t('card.utilisation')}
        hint={t('card.utilisationHint')}
        charges={chargesOf(COMMITTED)}
      />
      <ShareCard
        share={props.figures.commitmentCoverage}
        label={t('card.coverage')}
        hint={t('card.coverageHint')}
        charges={chargesOf(ELIGIBLE)}
      />
      <AllocatedCard {...props} />
      <UnallocatedCard {...props} />
    </ul>
  );
}

function MonthCards(props: SummaryCardsProps) {
  const { figures, month, state } = props;
  const { t } = useTranslationRef(costsTranslationRef);
  const { t: tLooking } = useTranslationRef(lookingTranslationRef);
  const { view, hrefOf } = state;
  const { currency, atThisPace } = figures;
  const name = formatMonthName(month);
  const before = addMonths(month, -1);
  return (
    <>
      <Card
        label={t('card.monthToDate', { month: name })}
        hint={
          <Link
            href={hrefOf({
              to: 'charges',
              view: monthSoFar(props),
              figure: { amount: figures.monthToDate, currency },
            })}
          >
            {t('card.charges')}
          </Link>
        }
      >
        <Money amount={figures.monthToDate} currency={currency} isRounded />
      </Card>
      {atThisPace !== null && (
        <Card
          label={t('card.atThisPace')}
          hint={
            <>
              {t('card.atThisPaceHint', { month: name })}{' '}
              <Link href={hrefOf({ to: 'charges', view: monthSoFar(props) })}>
                {tLooking('why.these')}
              </Link>
            </>
          }
        >
          <Money amount={atThisPace} currency={currency} isRounded />
        </Card>
      )}
      {!isZero(figures.lastMonth) && (
        <Card
          label={t('card.lastMonth', { month: formatMonthName(before) })}
          hint={
            <Link
              href={hrefOf({
                to: 'dashboard',
                view: {
                  ...view,
                  preset: 'last-month',
                  range: { from: before, to: month },
                  granularity: 'day',
                },
              })}
            >
              {t('card.days')}
            </Link>
          }
        >
          <Money amount={figures.lastMonth} currency={currency} isRounded />
        </Card>
      )}
    </>
  );
}
