import type { Dimension } from '../api';

const PREFIX = 'tag:';

/** A tag as the API names it among dimensions: `tag:cost-centre`. */
export type TagDimension = `tag:${string}`;
/** What charges can be told apart by. */
export type AnyDimension = Dimension | TagDimension;

/** The dimension of a tag. */
export function tagDimension(key: string): TagDimension {
  return `tag:${encodeURIComponent(key)}`;
}

/** Whether a text is the dimension of a tag. */
export function isTagDimension(text: string): text is TagDimension {
  return tagKeyOf(text) !== undefined;
}

/** The key of the tag that a dimension is; none of others. */
export function tagKeyOf(dimension: string): string | undefined {
  if (!dimension.startsWith(PREFIX) || dimension === PREFIX) return undefined;
  try {
    return decodeURIComponent(dimension.slice(PREFIX.length));
  } catch {
    return undefined;
  }
}

/** Where the value begins in `service_name:Mail` or `tag:env:prod`. */
export function valueSeparatorOf(filter: string): number {
  return filter.indexOf(':', filter.startsWith(PREFIX) ? PREFIX.length : 0);
}
