import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type {
  Directory,
  DirectAssignment,
  OpenAssignment,
  SharedAssignment,
} from './Assignment';
import { tagOf } from './compileConditions';

/** Whose a cost is, without the dimensions that need no customer. */
export type Owner =
  | Pick<DirectAssignment, 'method' | 'tenant' | 'site' | 'ruleId'>
  | Pick<SharedAssignment, 'method' | 'ruleId' | 'split'>
  | Pick<OpenAssignment, 'method' | 'reason' | 'detail' | 'ruleId'>;

/** Labels that our Terraform stacks put on everything a site is made of. */
export const TENANT_LABEL = 'tenant';
export const SITE_LABEL = 'site';

/**
 * Whose a cost is by the labels of the stack that made the resource. A site's
 * label counts beside a customer's only: `site` alone is a word that anybody
 * may have used for something else.
 */
export function ownerByLabel(
  tags: Readonly<Record<string, string>>,
  directory: Directory,
): Owner | undefined {
  const tenant = tagOf(tags, TENANT_LABEL);
  return tenant
    ? ownerByName(tenant, tagOf(tags, SITE_LABEL), directory, {
        method: 'label',
      })
    : undefined;
}

/**
 * The owner that a label or a rule names, if there is one of that name. An
 * unknown name is nobody's, and no later rule is asked: a misspelt customer
 * has to be seen, not laid to somebody else.
 */
export function ownerByName(
  tenantName: string,
  siteName: string | undefined,
  directory: Directory,
  by: { method: 'label' | 'rule'; ruleId?: string },
): Owner {
  const { ruleId } = by;
  const tenant = tenantName.toLowerCase();
  const site = siteName?.toLowerCase() || undefined;
  if (!isKnown(tenant, directory)) {
    return {
      method: 'none',
      reason: 'unknown-customer',
      detail: tenantName,
      ruleId,
    };
  }
  if (site && !directory.sites.get(tenant)?.has(site)) {
    return {
      method: 'none',
      reason: 'unknown-site',
      detail: `${tenant}/${siteName}`,
      ruleId,
    };
  }
  return { method: by.method, tenant, site, ruleId };
}

/** Whether there is such a customer; the business itself always is. */
export function isKnown(tenant: string, directory: Directory): boolean {
  return tenant === BUSINESS_TENANT || directory.customers.has(tenant);
}
