import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EmptyState, LoadingRows, Page } from '@freehold/plugin-tenancy-react';
import { RiPieChart2Line } from '@remixicon/react';
import { Route, Routes } from 'react-router-dom';
import { useReader } from '../hooks/useReader';
import {
  allocationRouteRef,
  allocationVersionsRouteRef,
  chargesRouteRef,
  importRouteRef,
  importsRouteRef,
  markupsRouteRef,
  periodsRouteRef,
  reconciliationRouteRef,
  tagPolicyRouteRef,
  tagsRouteRef,
  simulationRouteRef,
  unallocatedRouteRef,
} from '../routes';
import { costsTranslationRef } from '../translation';
import { AllocationPage } from './AllocationPage/AllocationPage';
import { AllocationVersionsPage } from './AllocationVersionsPage/AllocationVersionsPage';
import { ChargesPage } from './ChargesPage/ChargesPage';
import { CostsPage } from './CostsPage/CostsPage';
import { ImportPage } from './ImportPage/ImportPage';
import { ImportsPage } from './ImportsPage/ImportsPage';
import { MarkupsPage } from './MarkupsPage/MarkupsPage';
import { PeriodsPage } from './PeriodsPage/PeriodsPage';
import { ReconciliationPage } from './ReconciliationPage/ReconciliationPage';
import { TagPolicyPage } from './TagPolicyPage/TagPolicyPage';
import { TagsPage } from './TagsPage/TagsPage';
import { SimulationPage } from './SimulationPage/SimulationPage';
import { UnallocatedPage } from './UnallocatedPage/UnallocatedPage';
import { StaffOnly } from './parts/StaffOnly';

/** The pages below `/costs`. */
export function CostsRouter() {
  const { t } = useTranslationRef(costsTranslationRef);
  const { canRead, loading } = useReader();
  if (!canRead) {
    return (
      <Page title={t('title')}>
        {loading ? (
          <LoadingRows count={4} height="5rem" />
        ) : (
          <EmptyState
            icon={RiPieChart2Line}
            title={t('notYours')}
            description={t('notYoursHint')}
          />
        )}
      </Page>
    );
  }
  return (
    <Routes>
      <Route path="/" element={<CostsPage />} />
      <Route path={chargesRouteRef.path} element={<ChargesPage />} />
      <Route path={markupsRouteRef.path} element={<MarkupsPage />} />
      <Route path={tagsRouteRef.path} element={<TagsPage />} />
      <Route path={tagPolicyRouteRef.path} element={<TagPolicyPage />} />
      <Route element={<StaffOnly />}>
        <Route path={importsRouteRef.path} element={<ImportsPage />} />
        <Route path={importRouteRef.path} element={<ImportPage />} />
        <Route path={periodsRouteRef.path} element={<PeriodsPage />} />
        <Route
          path={reconciliationRouteRef.path}
          element={<ReconciliationPage />}
        />
        <Route path={allocationRouteRef.path} element={<AllocationPage />} />
        <Route path={simulationRouteRef.path} element={<SimulationPage />} />
        <Route path={unallocatedRouteRef.path} element={<UnallocatedPage />} />
        <Route
          path={allocationVersionsRouteRef.path}
          element={<AllocationVersionsPage />}
        />
      </Route>
    </Routes>
  );
}
