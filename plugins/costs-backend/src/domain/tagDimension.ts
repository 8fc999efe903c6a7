import { InputError } from '@backstage/errors';

const PREFIX = 'tag:';
const MOST_CHARACTERS = 256;

/**
 * A tag as a dimension: `tag:` and its key, in which a colon and what else an
 * address cannot hold are written as `encodeURIComponent` does.
 */
export type TagDimension = `tag:${string}`;

/** What tells charges apart that have such a tag and those that have none. */
const TAG_VALUE = `nullif(coalesce(effective_tags, tags) ->> ?::text, '')`;

/** Whether a dimension is a tag. */
export function isTagDimension(dimension: string): dimension is TagDimension {
  return dimension.startsWith(PREFIX);
}

/**
 * Reads the dimension of a tag.
 *
 * @throws InputError about a key that cannot be one
 */
export function parseTagDimension(text: string): TagDimension {
  const key = decode(text.slice(PREFIX.length));
  // eslint-disable-next-line no-control-regex -- no key has one, and PostgreSQL takes no NUL
  if (!key || key.length > MOST_CHARACTERS || /[\x00-\x1f]/.test(key)) {
    throw new InputError(
      `'${text}' names no tag. Write tag:<key> with a key of at most ${MOST_CHARACTERS} characters, and a colon in it as %3A.`,
    );
  }
  return `tag:${encodeURIComponent(key)}`;
}

/** The key of a tag. */
export function tagKeyOf(dimension: TagDimension): string {
  return decodeURIComponent(dimension.slice(PREFIX.length));
}

/** The tag's value of a charge: SQL with the key as its one binding. */
export function tagColumn(dimension: TagDimension): {
  sql: string;
  bindings: string[];
} {
  return {
    sql: TAG_VALUE,
    bindings: [tagKeyOf(dimension)],
  };
}

/** Where the value begins in `tag:<key>:<value>`; -1 where there is none. */
export function valueSeparatorOf(filter: string): number {
  return filter.indexOf(':', isTagDimension(filter) ? PREFIX.length : 0);
}

function decode(text: string): string | undefined {
  if (text.includes(':')) {
    return undefined;
  }
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
