import { createPermission } from '@backstage/plugin-permission-common';

/** Resource type of sites and deployments; the ref is `<customer>/<site id>`. */
export const RESOURCE_TYPE_SITE = 'site';

const site = (name: string, action: 'create' | 'read' | 'update' | 'delete') =>
  createPermission({
    name: `sites.${name}`,
    attributes: { action },
    resourceType: RESOURCE_TYPE_SITE,
  });

export const siteReadPermission = site('site.read', 'read');
/** Order a site; with it go content uploads and the name check. */
export const siteOrderPermission = site('site.order', 'create');
export const siteUpdatePermission = site('site.update', 'update');
export const siteDeletePermission = site('site.delete', 'delete');
export const siteSuspendPermission = site('site.suspend', 'update');
/** Retry and cancel a deployment. */
export const deploymentControlPermission = site('deployment.control', 'update');
/** Approve or reject a deployment that waits for it. */
export const deploymentApprovePermission = site('deployment.approve', 'update');

/** Take what a drift check found as it is. */
export const driftAcceptPermission = site('drift.accept', 'update');

/** See the deployments that were given up. */
export const deadLetterReadPermission = site('dead-letter.read', 'read');
/** End deployments by force, and decide about those that were given up. */
export const deploymentRescuePermission = site('deployment.rescue', 'update');
/** See the versions and the lock of a site's state, and download it. */
export const stateReadPermission = site('state.read', 'read');
/** Roll a site's state back, and release its lock by force. */
export const stateChangePermission = site('state.change', 'update');
/** See, enter, replace and remove cloud credentials; secrets are seen by nobody. */
export const credentialManagePermission = site('credential.manage', 'update');
/** See all versions of the prices, drafts included. Staff only. */
export const priceBookReadPermission = createPermission({
  name: 'sites.price-book.read',
  attributes: { action: 'read' },
});
/** Edit and publish prices. Finance only. */
export const priceBookEditPermission = createPermission({
  name: 'sites.price-book.edit',
  attributes: { action: 'update' },
});
/** Set what a customer may spend a month. Staff only. */
export const monthlyLimitSetPermission = site('monthly-limit.set', 'update');

/** Those that no site narrows. */
export const priceBookPermissions = [
  priceBookReadPermission,
  priceBookEditPermission,
];

/** Those that are asked about a site, or all sites of a customer. */
export const sitesPermissions = [
  siteReadPermission,
  siteOrderPermission,
  siteUpdatePermission,
  siteDeletePermission,
  siteSuspendPermission,
  deploymentControlPermission,
  deploymentApprovePermission,
  driftAcceptPermission,
  deadLetterReadPermission,
  deploymentRescuePermission,
  stateReadPermission,
  stateChangePermission,
  credentialManagePermission,
  monthlyLimitSetPermission,
];
