/** Label that lets customers read an entity of the namespace `default`. */
export const PUBLIC_LABEL = 'freehold.dev/public';

/** Annotation of a customer's Group: its tier. */
export const TIER_ANNOTATION = 'freehold.dev/tier';

/** `spec.type` of the Group that stands for a customer. */
export const CUSTOMER_GROUP_TYPE = 'customer';

/** The entity ref of the Group that stands for a customer. */
export function customerGroupRef(slug: string): string {
  return `group:${slug}/${slug}`;
}
