import { UNKNOWN, type ReadFacts } from '../PlannedResource';
import type { ResourceValues } from '../ResourceValues';
import { every, not, some, type Answer } from './answers';
import {
  blocksEverybody,
  hasPublicList,
  hasPublicPolicy,
} from './readBucketSetting';

/**
 * An S3 bucket with the settings that the provider keeps apart from it. It
 * counts as public unless all public access is blocked, and as encrypted or
 * versioned only where the plan says so.
 */
export function readBucket(values: ResourceValues): ReadFacts {
  return {
    name: values.text('bucket'),
    public: isPublic(values),
    encrypted: isEncrypted(values),
    versioned: isVersioned(values),
    deletionProtection: not(values.boolean('force_destroy')),
    // Files that the plan itself puts there can be put there again.
    holdsData: values.companions('aws_s3_object').length === 0,
  };
}

/** What blocks the public also overrules a policy that nobody knows yet. */
function isPublic(values: ResourceValues): Answer {
  const opened = some([
    hasPublicList(values),
    hasPublicPolicy(values),
    ...values.companions('aws_s3_bucket_acl').map(hasPublicList),
    ...values.companions('aws_s3_bucket_policy').map(hasPublicPolicy),
  ]);
  if (opened === true) return true;
  const blocks = values.companions('aws_s3_bucket_public_access_block');
  return not(every(blocks.map(blocksEverybody)));
}

function isEncrypted(values: ResourceValues): Answer {
  const own = 'server_side_encryption_configuration';
  return some([
    ...values
      .companions('aws_s3_bucket_server_side_encryption_configuration')
      .map(it => isAny(it.count('rule'))),
    !values.isLeftToProvider(own) && isAny(values.count(own)),
  ]);
}

function isVersioned(values: ResourceValues): Answer {
  return some([
    ...values
      .companions('aws_s3_bucket_versioning')
      .map(it => it.text('versioning_configuration', 0, 'status'))
      .map(status => (status === UNKNOWN ? UNKNOWN : status === 'Enabled')),
    !values.isLeftToProvider('versioning') &&
      values.boolean('versioning', 0, 'enabled'),
  ]);
}

function isAny(count: number | typeof UNKNOWN): Answer {
  return count === UNKNOWN ? UNKNOWN : count > 0;
}
