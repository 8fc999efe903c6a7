import { fold } from './createTagNormaliser';
import type { TagSchema } from './TagSchema';

/** One thing that contradicts another. */
export interface TagSchemaProblem {
  at: string;
  message: string;
}

/** What in a tag schema contradicts itself. */
export function findTagSchemaProblems(schema: TagSchema): TagSchemaProblem[] {
  return [
    ...findAmbiguousKeys(schema),
    ...findUnreachableValues(schema),
    ...findMisspeltTags(schema),
  ];
}

/**
 * Why a rule would never see this tag: the schema writes it otherwise before
 * any rule is asked.
 */
export function misspeltTag(
  tag: string,
  { requirements }: TagSchema,
): string | undefined {
  const meant = requirements.find(({ key, variants }) =>
    [key, ...variants].some(spelling => fold(spelling) === fold(tag)),
  );
  return meant && meant.key !== tag
    ? `asks for the tag "${tag}", which the tag schema writes "${meant.key}": write it so here`
    : undefined;
}

function findAmbiguousKeys({ requirements }: TagSchema): TagSchemaProblem[] {
  const taken = new Map<string, string>();
  return requirements.flatMap(({ key, variants }, index) =>
    [key, ...variants].flatMap(spelling => {
      const other = taken.get(fold(spelling)) ?? key;
      taken.set(fold(spelling), other);
      return other === key
        ? []
        : [
            {
              at: `tagSchema.requirements[${index}]`,
              message: `has the spelling "${spelling}", which means "${other}" already: leave it to one of them`,
            },
          ];
    }),
  );
}

function findUnreachableValues({
  requirements,
}: TagSchema): TagSchemaProblem[] {
  return requirements.flatMap((requirement, index) => {
    const { allowedValues, valueVariants = {}, letterCase } = requirement;
    if (!allowedValues) {
      return [];
    }
    const at = `tagSchema.requirements[${index}]`;
    const inOtherLetters = allowedValues
      .filter(value => letterCase && value !== toCase(value, letterCase))
      .map(value => ({
        at,
        message: `allows "${value}" and wants ${letterCase}-case letters: write the value so`,
      }));
    const meantInVain = Object.values(valueVariants)
      .filter(value => !allowedValues.includes(value))
      .map(value => ({
        at,
        message: `has a spelling that means "${value}", which is not allowed: allow the value, or take the spelling out`,
      }));
    return [...inOtherLetters, ...meantInVain];
  });
}

function findMisspeltTags(schema: TagSchema): TagSchemaProblem[] {
  return schema.virtual.flatMap(({ key, conditions }, index) =>
    [key, ...conditions.flatMap(({ tag }) => tag ?? [])].flatMap(tag => {
      const message = misspeltTag(tag, schema);
      return message ? [{ at: `tagSchema.virtual[${index}]`, message }] : [];
    }),
  );
}

function toCase(value: string, letterCase: 'lower' | 'upper'): string {
  return letterCase === 'lower' ? value.toLowerCase() : value.toUpperCase();
}
