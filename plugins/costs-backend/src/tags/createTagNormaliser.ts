import { SITE_LABEL, TENANT_LABEL } from '../allocation/ownerByLabel';
import type { TagProblem, TagRequirement, TagSchema } from './TagSchema';

/** Tags as the schema writes them, and what was written otherwise. */
export interface NormalisedTags {
  tags: Record<string, string>;
  problems: TagProblem[];
}

interface WrittenTag {
  name: string;
  value: string;
  found: string;
  requirement?: TagRequirement;
  /** Written as the schema wants it, key and value. */
  isRight: boolean;
}

/**
 * What AWS puts before the keys that people chose: CUR `resourceTags/user:` or
 * `resource_tags_user_`, its version 2 `resourceTags/` or `user_`.
 *
 * Source: AWS Data Exports User Guide, table dictionary, "Tags column".
 */
const USER_PREFIX = /^(?:resourceTags\/)?(?:user:)?/;
const USER_COLUMN_PREFIX = /^(?:resource_tags_)?user_/;

const stackLabels: TagRequirement[] = [TENANT_LABEL, SITE_LABEL].map(key => ({
  key,
  variants: [],
  required: false,
  letterCase: 'lower',
}));

/**
 * Writes tags as the schema wants them. A key is found by any of its
 * spellings, whatever its case, its spaces, hyphens, underscores and dots, and
 * behind the prefixes of AWS. Keys that the schema does not know lose spaces
 * around them and keep the rest. Where a tag is written twice, the one that is
 * written right counts, then the first by its key.
 */
export function createTagNormaliser(
  schema: TagSchema,
): (tags: Readonly<Record<string, string>>) => NormalisedTags {
  const requirements = [...stackLabels, ...schema.requirements];
  const byKey = new Map(
    requirements.flatMap(requirement =>
      [requirement.key, ...requirement.variants].map(spelling => [
        fold(spelling),
        { ...requirement, values: valuesOf(requirement) },
      ]),
    ),
  );

  return tags => {
    const written = Object.entries(tags)
      .map(([key, value]): WrittenTag => {
        const own = key.trim().replace(USER_PREFIX, '').trim();
        const requirement =
          byKey.get(fold(own)) ??
          byKey.get(fold(own.replace(USER_COLUMN_PREFIX, '')));
        const name = requirement?.key ?? own;
        const meant = requirement?.values(value) ?? value.trim();
        return {
          name,
          value: meant,
          found: `${key}=${value}`,
          requirement,
          isRight:
            own.replace(USER_COLUMN_PREFIX, '') === name && meant === value,
        };
      })
      .sort((a, b) => compare(a.found, b.found));
    return combine([
      ...written.filter(({ isRight }) => isRight),
      ...written.filter(({ isRight }) => !isRight),
    ]);
  };
}

function combine(written: readonly WrittenTag[]): NormalisedTags {
  const chosen = new Map<string, string>();
  const problems: TagProblem[] = [];
  for (const { name, value, found, requirement, isRight } of written) {
    const other = chosen.get(name);
    if (other === undefined) {
      chosen.set(name, value);
    }
    if (requirement && other !== undefined && other !== value) {
      problems.push({
        key: name,
        kind: 'contradictory',
        found,
        wanted: `${name}=${other}`,
      });
    } else if (requirement && !isRight) {
      problems.push({
        key: name,
        kind: 'spelling',
        found,
        wanted: `${name}=${value}`,
      });
    }
  }
  return { tags: Object.fromEntries(chosen), problems };
}

function valuesOf(requirement: TagRequirement): (value: string) => string {
  const { allowedValues = [], valueVariants = {}, letterCase } = requirement;
  const meanings = new Map([
    ...allowedValues.map(value => [fold(value), value] as const),
    ...Object.entries(valueVariants).map(
      ([spelling, value]) => [fold(spelling), value] as const,
    ),
  ]);
  return value => {
    const meant = meanings.get(fold(value)) ?? value.trim();
    if (letterCase === undefined) {
      return meant;
    }
    return letterCase === 'lower' ? meant.toLowerCase() : meant.toUpperCase();
  };
}

/** What spellings of one key or value have in common. */
export function fold(text: string): string {
  return text.toLowerCase().replace(/[\s_.-]+/g, '');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}
