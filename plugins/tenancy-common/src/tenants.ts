/**
 * The tenant of the hosting business itself: the catalog namespace of its
 * staff and the `tenant_id` of rows that belong to no customer.
 */
export const BUSINESS_TENANT = 'default';

/** Customer tiers; how much each includes is in limits.ts. */
export const customerTiers = ['standard', 'premium'] as const;
export type CustomerTier = (typeof customerTiers)[number];

/**
 * `suspended` is for a while: its members cannot sign in and nothing is
 * deployed. `deactivated` is the end of the business with it.
 */
export const customerStates = ['active', 'suspended', 'deactivated'] as const;
export type CustomerState = (typeof customerStates)[number];

/**
 * A customer's slug: its catalog namespace, its `tenant_id` and a DNS label.
 * 2 to 40 characters, lower-case letters, digits and inner hyphens, starting
 * with a letter. It never changes.
 */
export const CUSTOMER_SLUG_PATTERN = '^[a-z](?:[a-z0-9]|-(?=[a-z0-9])){1,39}$';

/**
 * Slugs no customer may have, because they mean something else as a
 * namespace or as a host name.
 */
export const RESERVED_CUSTOMER_SLUGS: readonly string[] = [
  BUSINESS_TENANT,
  'admin',
  'api',
  'app',
  'localhost',
  'portal',
  'staff',
  'system',
  'www',
];
