import { UNKNOWN, type ReadFacts } from '../PlannedResource';
import type { ResourceReaders } from '../ResourceReader';
import type { ResourceValues } from '../ResourceValues';
import { every, not, some, type Answer } from './answers';
import { isPublicPolicy } from './isPublicPolicy';

const BLOCKS = [
  'block_public_acls',
  'block_public_policy',
  'ignore_public_acls',
  'restrict_public_buckets',
];
const PUBLIC_LISTS = new Set([
  'authenticated-read',
  'public-read',
  'public-read-write',
]);
const EVERYBODY = /\/groups\/global\/(?:AllUsers|AuthenticatedUsers)$/;

/** Whether a public access block closes its bucket whatever else is said. */
export function blocksEverybody(block: ResourceValues): Answer {
  return every(BLOCKS.map(name => block.boolean(name)));
}

/** Whether a bucket policy, or a bucket with one inside, lets anybody in. */
export function hasPublicPolicy(values: ResourceValues): Answer {
  if (values.isLeftToProvider('policy')) return false;
  const policy = values.text('policy');
  if (policy === UNKNOWN) return UNKNOWN;
  return policy ? isPublicPolicy(policy) : false;
}

/** Whether an access list, or a bucket with one inside, lets anybody in. */
export function hasPublicList(values: ResourceValues): Answer {
  const list = values.text('acl');
  return some([
    list === UNKNOWN
      ? !values.isLeftToProvider('acl') && UNKNOWN
      : list !== undefined && PUBLIC_LISTS.has(list),
    isAnyGrantPublic(values, ['access_control_policy', 0, 'grant'], 'grantee'),
    isAnyGrantPublic(values, ['grant']),
  ]);
}

/**
 * Settings of a bucket. They are read with their bucket; where the plan knows
 * the bucket by name only, they stand for it.
 */
export const bucketSettingReaders: ResourceReaders = {
  aws_s3_bucket_acl: settingReader(hasPublicList),
  aws_s3_bucket_policy: settingReader(hasPublicPolicy),
  aws_s3_bucket_public_access_block: settingReader(values =>
    not(blocksEverybody(values)),
  ),
};

function settingReader(isPublic: (values: ResourceValues) => Answer) {
  return {
    kind: (values: ResourceValues) =>
      values.target('bucket') ? ('setting' as const) : ('bucket' as const),
    read: (values: ResourceValues): ReadFacts =>
      values.target('bucket')
        ? {}
        : { public: isPublic(values), holdsData: false },
  };
}

function isAnyGrantPublic(
  values: ResourceValues,
  at: (string | number)[],
  grantee?: string,
): Answer {
  const count = values.count(...at);
  if (count === UNKNOWN) {
    return !values.isLeftToProvider(String(at[0])) && UNKNOWN;
  }
  return some(
    Array.from({ length: count }, (_, index): Answer => {
      const uri = values.text(
        ...at,
        index,
        ...(grantee ? [grantee, 0] : []),
        'uri',
      );
      return uri === UNKNOWN ? UNKNOWN : EVERYBODY.test(uri ?? '');
    }),
  );
}
