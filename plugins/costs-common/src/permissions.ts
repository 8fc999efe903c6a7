import { createPermission } from '@backstage/plugin-permission-common';

/** Resource type of what a customer's costs are; the ref is the customer. */
export const RESOURCE_TYPE_COSTS = 'costs';

/** See a customer's costs: its charges, sums, statements and saved views. */
export const costsReadPermission = createPermission({
  name: 'costs.costs.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_COSTS,
});

/** See sources, imports, quarantined rows and reconciliation. Staff only. */
export const costsImportReadPermission = createPermission({
  name: 'costs.import.read',
  attributes: { action: 'read' },
});

/** Bring charges in, replace a period's, and enter invoice totals. */
export const costsImportPermission = createPermission({
  name: 'costs.import.create',
  attributes: { action: 'create' },
});

/** See the allocation rules, try drafts of them, and look into what is nobody's. Staff only. */
export const costsAllocationReadPermission = createPermission({
  name: 'costs.allocation.read',
  attributes: { action: 'read' },
});

/** Change the allocation rules, and have periods allocated anew by them. */
export const costsAllocationChangePermission = createPermission({
  name: 'costs.allocation.change',
  attributes: { action: 'update' },
});

/** Permissions of the plugin that are about one customer's costs. */
export const costsPermissions = [costsReadPermission];
/** Permissions of the plugin that are about the business's own work. */
export const costsStaffPermissions = [
  costsImportReadPermission,
  costsImportPermission,
  costsAllocationReadPermission,
  costsAllocationChangePermission,
];
