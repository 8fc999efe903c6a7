/** Leaves room for a number within the 63 characters of an entity name. */
const LONGEST_BASE = 50;

/**
 * The name a member gets unless somebody has or had it: the local part of the
 * address in what entity names may hold, such as `jose-alvarez` for
 * `José.Álvarez@acme.example`.
 */
export function memberNameFrom(email: string): string {
  const local = email.slice(0, email.lastIndexOf('@'));
  const name = local
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_BASE)
    .replace(/^-|-$/g, '');
  return name || 'member';
}

/**
 * @param base - from {@link memberNameFrom}
 * @param taken - all names the tenant ever gave away
 */
export function firstFreeName(
  base: string,
  taken: ReadonlySet<string>,
): string {
  if (!taken.has(base)) {
    return base;
  }
  let number = 2;
  while (taken.has(`${base}-${number}`)) {
    number += 1;
  }
  return `${base}-${number}`;
}
