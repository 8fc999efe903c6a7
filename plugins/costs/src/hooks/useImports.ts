import { useApi } from '@backstage/frontend-plugin-api';
import { useLoaded } from '@freehold/plugin-tenancy-react';
import {
  costsApiRef,
  type Conformance,
  type Import,
  type ImportDetail,
  type PageOf,
  type Reconciliation,
  type RejectedRow,
  type Source,
  type SourcePeriod,
} from '../api';

const MOVING_MS = 1_000;
const RESTING_MS = 30_000;

/** Whether an import is still to end. */
export function isMoving({ state }: Pick<Import, 'state'>): boolean {
  return state === 'queued' || state === 'running';
}

/** One page of the imports, kept up to date while one runs. */
export function useImports(page: { offset: number; limit: number }) {
  const api = useApi(costsApiRef);
  return useLoaded<PageOf<Import>>({
    key: ['costs', 'imports', page],
    load: () => api.listImports(page),
    refreshMs: data => (data?.items.some(isMoving) ? MOVING_MS : RESTING_MS),
    keepPrevious: true,
  });
}

/** One import, kept up to date until it ends. */
export function useImport(importId: string) {
  const api = useApi(costsApiRef);
  return useLoaded<ImportDetail>({
    key: ['costs', 'import', importId],
    load: () => api.getImport(importId),
    refreshMs: data => (data && !isMoving(data) ? 0 : MOVING_MS),
  });
}

/** How the file of an import keeps to FOCUS. */
export function useConformance(importId: string) {
  const api = useApi(costsApiRef);
  return useLoaded<Conformance>({
    key: ['costs', 'conformance', importId],
    load: () => api.getConformance(importId),
  });
}

/** One page of the rows of an import that did not go in. */
export function useRejectedRows(
  importId: string,
  page: { offset: number; limit: number },
) {
  const api = useApi(costsApiRef);
  return useLoaded<PageOf<RejectedRow>>({
    key: ['costs', 'rejected-rows', importId, page],
    load: () => api.listRejectedRows(importId, page),
    keepPrevious: true,
  });
}

/** Where charges come from; asked only of those who may know. */
export function useSources(isAsked = true) {
  const api = useApi(costsApiRef);
  return useLoaded<{ items: Source[] }>({
    key: isAsked ? ['costs', 'sources'] : undefined,
    load: () => api.listSources(),
  });
}

/** What each source has for each month. */
export function usePeriods() {
  const api = useApi(costsApiRef);
  return useLoaded<{ items: SourcePeriod[] }>({
    key: ['costs', 'periods'],
    load: () => api.listPeriods(),
  });
}

/** What rows add up to beside what invoices say. */
export function useReconciliations() {
  const api = useApi(costsApiRef);
  return useLoaded<{ items: Reconciliation[] }>({
    key: ['costs', 'reconciliation'],
    load: () => api.listReconciliations(),
  });
}
