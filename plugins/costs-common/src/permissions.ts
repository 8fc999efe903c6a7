import { createPermission } from '@backstage/plugin-permission-common';

/** Resource type of what a customer's costs are; the ref is the customer. */
export const RESOURCE_TYPE_COSTS = 'costs';

/** See a customer's costs: its charges, sums, statements and saved views. */
export const costsReadPermission = createPermission({
  name: 'costs.costs.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_COSTS,
});

/** Keep views of costs, alone or with everybody of the tenant. */
export const costsViewSavePermission = createPermission({
  name: 'costs.view.save',
  attributes: { action: 'update' },
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

/** See what the business adds to its costs for customers. Staff only. */
export const costsMarkupReadPermission = createPermission({
  name: 'costs.markup.read',
  attributes: { action: 'read' },
});

/** Decide what the business adds to its costs for customers. */
export const costsMarkupPermission = createPermission({
  name: 'costs.markup.set',
  attributes: { action: 'update' },
});

/** See which tags there ought to be, and how they are put right. Staff only. */
export const costsTagPolicyReadPermission = createPermission({
  name: 'costs.tag-policy.read',
  attributes: { action: 'read' },
});

/** Change which tags there ought to be. */
export const costsTagPolicyUpdatePermission = createPermission({
  name: 'costs.tag-policy.update',
  attributes: { action: 'update' },
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
export const costsPermissions = [costsReadPermission, costsViewSavePermission];
/** Permissions of the plugin that are about the business's own work. */
export const costsStaffPermissions = [
  costsImportReadPermission,
  costsImportPermission,
  costsMarkupReadPermission,
  costsMarkupPermission,
  costsTagPolicyReadPermission,
  costsTagPolicyUpdatePermission,
  costsAllocationReadPermission,
  costsAllocationChangePermission,
];
