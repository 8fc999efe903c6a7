import {
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

export const rootRouteRef = createRouteRef();

/** The rows behind a figure. */
export const chargesRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/charges',
});

/** What came in, and the way to bring in more. For staff. */
export const importsRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/imports',
});

export const importRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/imports/:importId',
});

/** What rows add up to beside what invoices say. For staff. */
export const reconciliationRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/reconciliation',
});

/** What customers pay beside what the business pays. For staff. */
export const markupsRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/markups',
});

/** What each source has for each month. For staff. */
export const periodsRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/periods',
});

/** How charges are tagged, and what to fix. */
export const tagsRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/tags',
});

/** Which tags there ought to be. For staff. */
export const tagPolicyRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/tags/policy',
});

/** The rules that say whose a cost is. For staff, as what follows. */
export const allocationRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/allocation',
});

/** What the draft of the rules would move. */
export const simulationRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/allocation/simulation',
});

/** What is nobody's yet. */
export const unallocatedRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/allocation/unallocated',
});

/** By which version each month is allocated, and what the versions were. */
export const allocationVersionsRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/allocation/versions',
});
