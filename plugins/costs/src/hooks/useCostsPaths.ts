import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  allocationRouteRef,
  allocationVersionsRouteRef,
  chargesRouteRef,
  importRouteRef,
  importsRouteRef,
  markupsRouteRef,
  periodsRouteRef,
  reconciliationRouteRef,
  rootRouteRef,
  tagPolicyRouteRef,
  tagsRouteRef,
  simulationRouteRef,
  unallocatedRouteRef,
} from '../routes';

/** Where the pages of costs are mounted. */
export function useCostsPaths() {
  const dashboard = useRouteRef(rootRouteRef);
  const charges = useRouteRef(chargesRouteRef);
  const imports = useRouteRef(importsRouteRef);
  const oneImport = useRouteRef(importRouteRef);
  const markups = useRouteRef(markupsRouteRef);
  const periods = useRouteRef(periodsRouteRef);
  const reconciliation = useRouteRef(reconciliationRouteRef);
  const tags = useRouteRef(tagsRouteRef);
  const tagPolicy = useRouteRef(tagPolicyRouteRef);
  const allocation = useRouteRef(allocationRouteRef);
  const simulation = useRouteRef(simulationRouteRef);
  const unallocated = useRouteRef(unallocatedRouteRef);
  const versions = useRouteRef(allocationVersionsRouteRef);
  return {
    dashboard: dashboard?.() ?? '',
    charges: charges?.() ?? '',
    imports: imports?.() ?? '',
    import: (importId: string) => oneImport?.({ importId }) ?? '',
    markups: markups?.() ?? '',
    periods: periods?.() ?? '',
    reconciliation: reconciliation?.() ?? '',
    tags: tags?.() ?? '',
    tagPolicy: tagPolicy?.() ?? '',
    allocation: allocation?.() ?? '',
    simulation: simulation?.() ?? '',
    unallocated: unallocated?.() ?? '',
    allocationVersions: versions?.() ?? '',
  };
}
