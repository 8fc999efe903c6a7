import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { Money } from '@freehold/plugin-tenancy-react';
import type { ReactNode } from 'react';
import type { CurrencySummary } from '../../api';
import { isZero } from '../../domain/costSums';
import { addDays, addMonths } from '../../domain/DayRange';
import { toSummaryView } from '../../domain/CostsView';
import { formatMonthName } from '../../domain/formatDays';
import { formatPercent } from '../../domain/formatPercent';
import { useCostsPaths } from '../../hooks/useCostsPaths';
import type { CostsViewState } from '../../hooks/useCostsView';
import { costsTranslationRef } from '../../translation';
import styles from './SummaryCards.module.css';

interface SummaryCardsProps {
  figures: CurrencySummary;
  /** First day of this month. */
  month: string;
  /** The day that the figures end with. */
  today: string;
  state: CostsViewState;
}

/** The figures of this month; those that nobody can know are left out. */
export function SummaryCards({ state, ...figuresOf }: SummaryCardsProps) {
  const view = toSummaryView(state.view);
  const props = { ...figuresOf, state: { ...state, view } };
  const { t } = useTranslationRef(costsTranslationRef);
  return (
    <ul className={styles.cards} aria-label={t('card.label')}>
      <MonthCards {...props} />
      <ShareCard
        share={props.figures.effectiveSavingsRate}
        label={t('card.savings')}
        hint={t('card.savingsHint')}
      />
      <ShareCard
        share={props.figures.commitmentUtilisation}
        label={t('card.utilisation')}
        hint={t('card.utilisationHint')}
      />
      <ShareCard
        share={props.figures.commitmentCoverage}
        label={t('card.coverage')}
        hint={t('card.coverageHint')}
      />
      <ShareCard
        share={props.figures.allocationCoverage}
        label={t('card.allocated')}
        hint={t('card.allocatedHint')}
      />
      <UnallocatedCard {...props} />
    </ul>
  );
}

function MonthCards({ figures, month, today, state }: SummaryCardsProps) {
  const { t } = useTranslationRef(costsTranslationRef);
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
              view: {
                ...view,
                preset: undefined,
                range: { from: month, to: addDays(today, 1) },
              },
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
          hint={t('card.atThisPaceHint', { month: name })}
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

function UnallocatedCard({ figures }: SummaryCardsProps) {
  const { t } = useTranslationRef(costsTranslationRef);
  const paths = useCostsPaths();
  if (figures.unallocated === undefined) return null;
  return (
    <Card
      label={t('card.unallocated')}
      hint={
        <Link href={`${paths.unallocated}?range=this-month`}>
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
}) {
  const { share, label, hint } = props;
  if (share === null || share === undefined) return null;
  return (
    <Card label={label} hint={hint}>
      <data value={share} title={share}>
        {formatPercent(share)}
      </data>
    </Card>
  );
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
