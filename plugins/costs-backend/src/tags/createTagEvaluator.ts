import type { AllocationKey } from '../allocation/AllocationKey';
import { compileConditions, tagOf } from '../allocation/compileConditions';
import {
  createTagNormaliser,
  type NormalisedTags,
} from './createTagNormaliser';
import { nearestOf } from './nearestOf';
import type { EvaluatedTags, TagProblem, TagSchema } from './TagSchema';

/**
 * Makes of a resource's tags what allocation goes by, and lists what to fix.
 * Tags are normalised, then those that the provider tells of the account
 * and those we gave the sub-account and the billing account fill what is
 * missing, then the portal's own are added. Problems are
 * judged before the last step: a tag that the portal adds mends the
 * allocation, not the resource.
 */
export function createTagEvaluator(
  schema: TagSchema,
): (key: AllocationKey) => EvaluatedTags {
  const normalise = createTagNormaliser(schema);
  const accounts = new Map(
    schema.accounts.map(({ accountId, tags }) => [
      accountId,
      normalise(tags).tags,
    ]),
  );
  const virtual = schema.virtual.map(tag => ({
    ...tag,
    holds: compileConditions(tag.conditions),
  }));

  return key => {
    const { own, ofAccount } = separate(key.tags);
    const normalised = normalise(own);
    const { tags } = normalised;
    inherit(tags, ofAccount && normalise(ofAccount).tags);
    for (const accountId of [key.subAccountId, key.billingAccountId]) {
      inherit(tags, accountId === null ? undefined : accounts.get(accountId));
    }
    const problems = findProblems(normalised, schema);
    for (const { key: name, value, overwrite, holds } of virtual) {
      if ((overwrite || !tagOf(tags, name)) && holds({ ...key, tags })) {
        tags[name] = value;
      }
    }
    return { tags, problems };
  };
}

/** What AWS puts before tags of the account, in the tags of its resources. */
const ACCOUNT_PREFIX = 'accountTag/';

function separate(tags: AllocationKey['tags']): {
  own: AllocationKey['tags'];
  ofAccount?: AllocationKey['tags'];
} {
  const entries = Object.entries(tags);
  const ofAccount = entries.filter(([name]) => name.startsWith(ACCOUNT_PREFIX));
  if (ofAccount.length === 0) {
    return { own: tags };
  }
  return {
    own: Object.fromEntries(
      entries.filter(([name]) => !name.startsWith(ACCOUNT_PREFIX)),
    ),
    ofAccount: Object.fromEntries(
      ofAccount.map(([name, value]) => [
        name.slice(ACCOUNT_PREFIX.length),
        value,
      ]),
    ),
  };
}

function inherit(
  tags: Record<string, string>,
  account: Readonly<Record<string, string>> | undefined,
): void {
  for (const [name, value] of Object.entries(account ?? {})) {
    if (!tagOf(tags, name)) {
      tags[name] = value;
    }
  }
}

function findProblems(
  { tags, problems }: NormalisedTags,
  { requirements }: TagSchema,
): TagProblem[] {
  const others = requirements.flatMap(
    ({ key, required, allowedValues }): TagProblem[] => {
      const value = tagOf(tags, key);
      if (!value) {
        return required ? [{ key, kind: 'missing' }] : [];
      }
      if (!allowedValues || allowedValues.includes(value)) {
        return [];
      }
      const near = nearestOf(value, allowedValues);
      return [
        {
          key,
          kind: 'not-allowed',
          found: `${key}=${value}`,
          ...(near && { wanted: `${key}=${near}` }),
        },
      ];
    },
  );
  return [...problems, ...others];
}
