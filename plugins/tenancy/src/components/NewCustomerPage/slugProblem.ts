import {
  CUSTOMER_SLUG_PATTERN,
  RESERVED_CUSTOMER_SLUGS,
} from '@freehold/plugin-tenancy-common';

const PATTERN = new RegExp(CUSTOMER_SLUG_PATTERN);
const MAX_LENGTH = 40;

/** Why a slug cannot be a customer's, if so. Whether it is free is not known. */
export function slugProblem(slug: string): 'invalid' | 'reserved' | undefined {
  if (RESERVED_CUSTOMER_SLUGS.includes(slug)) return 'reserved';
  return PATTERN.test(slug) ? undefined : 'invalid';
}

/** A slug to start from, made of a customer's name. */
export function suggestSlug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, MAX_LENGTH)
    .replace(/-+$/, '');
}
