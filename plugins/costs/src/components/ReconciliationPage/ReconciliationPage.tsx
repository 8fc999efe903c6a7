import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EmptyState,
  ErrorPanel,
  LoadingRows,
  Page,
} from '@freehold/plugin-tenancy-react';
import { RiScales3Line } from '@remixicon/react';
import { useState } from 'react';
import type { Reconciliation } from '../../api';
import { useCostsPaths } from '../../hooks/useCostsPaths';
import { useReconciliations, useSources } from '../../hooks/useImports';
import { useReader } from '../../hooks/useReader';
import { importsTranslationRef } from '../../importsTranslation';
import { costsTranslationRef } from '../../translation';
import { ImportsTabs } from '../parts/ImportsTabs';
import { ImportTotals } from './ImportTotals';
import { InvoiceDialog } from './InvoiceDialog';
import { ReconciliationTable } from './ReconciliationTable';

/** What rows add up to beside what invoices say: `/costs/reconciliation`. */
export function ReconciliationPage() {
  const { t } = useTranslationRef(importsTranslationRef);
  const { t: tCosts } = useTranslationRef(costsTranslationRef);
  const paths = useCostsPaths();
  const { data, error, refresh } = useReconciliations();
  const { canImport } = useReader();
  const sources = useSources(canImport);
  const [entered, setEntered] = useState<Reconciliation>();
  return (
    <Page
      title={t('reconciliation.title')}
      answer={data && <Answer items={data.items} />}
      breadcrumbs={[{ label: tCosts('title'), href: paths.dashboard }]}
    >
      <ImportsTabs />
      {error && (
        <ErrorPanel
          error={error}
          title={t('reconciliation.failed')}
          onRetry={() => refresh()}
        />
      )}
      {!data && !error && <LoadingRows count={6} height="2.5rem" />}
      {data?.items.length === 0 && (
        <EmptyState
          icon={RiScales3Line}
          title={t('reconciliation.none')}
          description={t('reconciliation.noneHint')}
        />
      )}
      {data && data.items.length > 0 && (
        <ReconciliationTable items={data.items} onEnter={setEntered} />
      )}
      {data && canImport && Boolean(sources.data?.items.length) && (
        <ImportTotals sources={sources.data!.items} onDone={refresh} />
      )}
      {entered && (
        <InvoiceDialog
          of={entered}
          onClose={() => setEntered(undefined)}
          onDone={refresh}
        />
      )}
    </Page>
  );
}

function Answer({ items }: { items: readonly Reconciliation[] }) {
  const { t } = useTranslationRef(importsTranslationRef);
  const count = (states: readonly Reconciliation['state'][]) =>
    String(items.filter(({ state }) => states.includes(state)).length);
  return (
    <>
      {t('reconciliation.answer', {
        agreed: count(['matches', 'explained']),
        differing: count(['differs', 'no-charges']),
        open: count(['not-entered']),
      })}
    </>
  );
}
