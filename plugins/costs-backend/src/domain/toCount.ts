/**
 * A count as databases tell it; for whole numbers only, such as rows.
 *
 * @throws Error when it is none, null among others
 */
export function toCount(
  value: string | number | bigint | null | undefined,
): number {
  const count = parseInt(String(value), 10);
  if (!Number.isSafeInteger(count)) {
    throw new Error(`Not a count: ${value}`);
  }
  return count;
}
