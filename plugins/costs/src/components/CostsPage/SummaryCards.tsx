import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import { Money } from '@freehold/plugin-tenancy-react';
import type { ReactNode } from 'react';
import type { CurrencySummary } from '../../api';
import { isZero } from '../../domain/costSums';
import { addDays, addMonths } from '../../domain/DayRange';
import {
  toSummaryView,
  type CostsView,
  type Filter,
} from '../../domain/CostsView';
import { narrow } from '../../domain/drillDown';
import { formatMonthName } from '../../domain/formatDays';
import { formatPercent } from '../../domain/formatPercent';
import type { CostsViewState } from '../../hooks/useCostsView';
import { lookingTranslationRef } from '../../lookingTranslation';
import { costsTranslationRef } from '../../translation';
import { AllocationGauge } from './AllocationGauge';
import styles from './SummaryCards.module.css';

interface SummaryCardsProps {
  figures: CurrencySummary;
  /** First day of this month. */
  month: string;
  /** The day that the figures end with. */
  today: string;
  state: CostsViewState;
}

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

/** How much is some customer's; customers have no part in that. */
function AllocatedCard(props: SummaryCardsProps) {
  const { figures, state } = props;
  const { allocationCoverage, allocationCoverageByRows } = figures;
  const { t } = useTranslationRef(lookingTranslationRef);
  if (!allocationCoverage && !allocationCoverageByRows) return null;
  return (
    <Card
      label={t('gauge.label')}
      hint={
        <Link
          href={state.hrefOf({
            to: 'charges',
            view: unallocated(monthSoFar(props)),
          })}
        >
          {t('gauge.unallocated')}
        </Link>
      }
    >
      <AllocationGauge
        byCost={allocationCoverage}
        byRows={allocationCoverageByRows}
      />
    </Card>
  );
}

function UnallocatedCard({ figures, state }: SummaryCardsProps) {
  const { t } = useTranslationRef(costsTranslationRef);
  const { view, hrefOf } = state;
  if (figures.unallocated === undefined) return null;
  return (
    <Card
      label={t('card.unallocated')}
      hint={
        <Link
          href={hrefOf({
            to: 'dashboard',
            view: { ...unallocated(view), groupBy: 'service_name' },
          })}
        >
          {t('card.unallocatedHint')}
        </Link>
      }
    >
      <Money
        amount={figures.unallocated}
        currency={figures.currency}
        isRounded
      />
    </Card>
  );
}

function ShareCard(props: {
  share: string | null | undefined;
  label: string;
  hint: string;
  /** Where the charges are that it is worked out from. */
  charges: string;
}) {
  const { share, label, hint, charges } = props;
  const { t } = useTranslationRef(lookingTranslationRef);
  if (share === null || share === undefined) return null;
  return (
    <Card
      label={label}
      hint={
        <>
          {hint}. <Link href={charges}>{t('why.these')}</Link>
        </>
      }
    >
      <data value={share} title={share}>
        {formatPercent(share)}
      </data>
    </Card>
  );
}

/** The days that the figures are of. */
function monthSoFar({ month, today, state }: SummaryCardsProps): CostsView {
  return {
    ...state.view,
    preset: undefined,
    range: { from: month, to: addDays(today, 1) },
  };
}

function unallocated(view: CostsView): CostsView {
  return narrow(view, { dimension: 'customer', value: BUSINESS_TENANT });
}

function Card(props: { label: string; hint: ReactNode; children: ReactNode }) {
  return (
    <li className={styles.card}>
      <span className={styles.label}>{props.label}</span>
      <strong className={styles.figure}>{props.children}</strong>
      <span className={styles.hint}>{props.hint}</span>
    </li>
  );
}
