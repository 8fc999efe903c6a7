import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import {
  EmptyState,
  ErrorPanel,
  LoadingRows,
  Page,
} from '@freehold/plugin-tenancy-react';
import {
  RiGitBranchLine,
  RiInboxArchiveLine,
  RiPercentLine,
  RiPieChart2Line,
  RiPriceTag3Line,
} from '@remixicon/react';
import type { CostsSummary } from '../../api';
import { comparedDays } from '../../domain/comparing';
import { onlyValueOf } from '../../domain/CostsView';
import { useSummary } from '../../hooks/useCosts';
import { useCostsPaths } from '../../hooks/useCostsPaths';
import { useCostsView, type CostsViewState } from '../../hooks/useCostsView';
import { useMarkupPermissions } from '../../hooks/useMarkups';
import { useReader } from '../../hooks/useReader';
import { useBeginning } from '../../hooks/useSavedViews';
import { costsTranslationRef } from '../../translation';
import { BiggestChanges } from './BiggestChanges';
import { SavedViews } from '../SavedViews/SavedViews';
import { Breakdown } from './Breakdown';
import { ComparedBreakdown } from './ComparedBreakdown';
import { ComparisonSummary } from './ComparisonSummary';
import { CostsAnswer } from './CostsAnswer';
import { CostsFilters } from './CostsFilters';
import { ExportView } from './ExportView';
import { FilterChips } from './FilterChips';
import { HeatMap } from './HeatMap';
import { SummaryCards } from './SummaryCards';
import { TopResources } from './TopResources';
import { Trend } from './Trend';

/** What sites cost, and why: `/costs`. */
export function CostsPage() {
  const { t } = useTranslationRef(costsTranslationRef);
  const state = useCostsView();
  const { view } = state;
  const { canReadImports, canSaveViews } = useReader();
  const { canRead: canReadMarkups } = useMarkupPermissions();
  const isBeginning = useBeginning();
  const paths = useCostsPaths();
  const summary = useSummary({
    customer: onlyValueOf(view, 'customer'),
    site: onlyValueOf(view, 'site'),
    metric: view.metric,
  });
  const isEmpty = summary.data && isWithoutCharges(summary.data);
  return (
    <Page
      title={t('title')}
      width="full"
      answer={
        summary.data &&
        !isEmpty && <CostsAnswer summary={summary.data} view={view} />
      }
      actions={
        !isEmpty && (
          <>
            <ButtonLink
              href={paths.tags}
              variant="secondary"
              size="medium"
              iconStart={<RiPriceTag3Line />}
            >
              {t('tags')}
            </ButtonLink>
            {canReadMarkups && (
              <ButtonLink
                href={paths.markups}
                variant="secondary"
                size="medium"
                iconStart={<RiPercentLine />}
              >
                {t('markups')}
              </ButtonLink>
            )}
            <SavedViews canSave={canSaveViews} />
            {summary.data && (
              <ExportView view={view} today={summary.data.today} />
            )}
            {canReadImports && (
              <>
                <ButtonLink
                  href={paths.allocation}
                  variant="secondary"
                  size="medium"
                  iconStart={<RiGitBranchLine />}
                >
                  {t('allocationPage')}
                </ButtonLink>
                <ButtonLink
                  href={paths.imports}
                  variant="secondary"
                  size="medium"
                  iconStart={<RiInboxArchiveLine />}
                >
                  {t('imports')}
                </ButtonLink>
              </>
            )}
          </>
        )
      }
    >
      {summary.error && (
        <ErrorPanel
          error={summary.error}
          title={t('failed')}
          onRetry={() => summary.refresh()}
        />
      )}
      {(summary.loading || isBeginning) && (
        <LoadingRows count={4} height="6rem" />
      )}
      {isEmpty && view.filters.length === 0 && <NothingYet />}
      {summary.data &&
        !isBeginning &&
        (!isEmpty || view.filters.length > 0) && (
          <Figures summary={summary.data} state={state} />
        )}
    </Page>
  );
}

function Figures(props: { summary: CostsSummary; state: CostsViewState }) {
  const { summary, state } = props;
  const { isStaff } = useReader();
  const currencies = summary.currencies.map(({ currency }) => currency);
  const currency = state.view.currency ?? currencies[0];
  const figures = summary.currencies.find(it => it.currency === currency);
  const { compare, range } = state.view;
  // What changed is told in any case, against the time before.
  const days = comparedDays(range, compare ?? { to: 'before' }, summary.today);
  const compared = compare && days;
  const shared = { state, currency, isStaff };
  return (
    <>
      {figures && (
        <SummaryCards
          figures={figures}
          month={summary.month}
          today={summary.today}
          state={state}
        />
      )}
      <CostsFilters
        state={state}
        currencies={currencies}
        isStaff={isStaff}
        prices={summary.prices}
      />
      <FilterChips state={state} />
      {compared && (
        <ComparisonSummary state={state} days={compared} currency={currency} />
      )}
      <Trend {...shared} compared={compared} />
      {compared ? (
        <ComparedBreakdown {...shared} compared={compared} />
      ) : (
        <Breakdown {...shared} />
      )}
      <BiggestChanges state={state} days={days} currency={currency} />
      <TopResources {...shared} days={days} />
      <HeatMap state={state} currency={currency} />
    </>
  );
}

function NothingYet() {
  const { t } = useTranslationRef(costsTranslationRef);
  const { canReadImports, canImport } = useReader();
  const paths = useCostsPaths();
  return (
    <EmptyState
      icon={RiPieChart2Line}
      title={t('empty.title')}
      description={canReadImports ? t('empty.staff') : t('empty.member')}
      action={
        canImport && (
          <ButtonLink href={paths.imports} variant="primary" size="medium">
            {t('empty.action')}
          </ButtonLink>
        )
      }
    />
  );
}

function isWithoutCharges(summary: CostsSummary): boolean {
  return !summary.newestCharge && summary.currencies.length === 0;
}
