import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ErrorPanel, LoadingRows, Page } from '@freehold/plugin-tenancy-react';
import { allocationTranslationRef } from '../../allocationTranslation';
import { useRules } from '../../hooks/useAllocation';
import { useCostsPaths } from '../../hooks/useCostsPaths';
import { usePeriods } from '../../hooks/useImports';
import { costsTranslationRef } from '../../translation';
import { AllocationTabs } from '../parts/AllocationTabs';
import { MonthsTable } from './MonthsTable';
import { VersionsTable } from './VersionsTable';

/** By which rules each month is allocated: `/costs/allocation/versions`. */
export function AllocationVersionsPage() {
  const { t } = useTranslationRef(allocationTranslationRef);
  const { t: tCosts } = useTranslationRef(costsTranslationRef);
  const paths = useCostsPaths();
  const rules = useRules();
  const periods = usePeriods();
  const error = rules.error ?? periods.error;
  const inForce = rules.data?.active?.version ?? 0;
  const behind = periods.data?.items.filter(
    ({ ruleSetVersion }) => ruleSetVersion !== inForce,
  ).length;
  return (
    <Page
      title={t('versions.title')}
      breadcrumbs={[
        { label: tCosts('title'), href: paths.dashboard },
        { label: t('title'), href: paths.allocation },
      ]}
      answer={
        rules.data &&
        behind !== undefined &&
        (behind === 0
          ? t('versions.answer.current')
          : t('versions.answer.behind', { count: behind }))
      }
    >
      <AllocationTabs />
      {error && (
        <ErrorPanel
          error={error}
          title={t('failed')}
          onRetry={() => Promise.all([rules.refresh(), periods.refresh()])}
        />
      )}
      {!error && (!rules.data || !periods.data) && (
        <LoadingRows count={6} height="2.5rem" />
      )}
      {rules.data && periods.data && (
        <>
          <MonthsTable
            periods={periods.data.items}
            inForce={inForce}
            refresh={periods.refresh}
          />
          <VersionsTable rules={rules.data} refresh={rules.refresh} />
        </>
      )}
    </Page>
  );
}
