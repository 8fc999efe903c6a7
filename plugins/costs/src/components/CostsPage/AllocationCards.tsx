import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { Money } from '@freehold/plugin-tenancy-react';
import type { CostsView } from '../../domain/CostsView';
import { narrow } from '../../domain/drillDown';
import { useCostsPaths } from '../../hooks/useCostsPaths';
import { lookingTranslationRef } from '../../lookingTranslation';
import { costsTranslationRef } from '../../translation';
import { AllocationGauge } from './AllocationGauge';
import { monthSoFar, type SummaryCardsProps } from './monthSoFar';
import { Card } from './SummaryCard';

/** How much is some customer's; customers have no part in that. */
export function AllocatedCard(props: SummaryCardsProps) {
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
            figure: figures.unallocated
              ? { amount: figures.unallocated, currency: figures.currency }
              : undefined,
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

/** What is nobody's yet, for staff. */
export function UnallocatedCard({ figures }: SummaryCardsProps) {
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

/** The charges that nothing says whose they are. */
function unallocated(view: CostsView): CostsView {
  return narrow(view, { dimension: 'allocation_method', value: 'none' });
}
