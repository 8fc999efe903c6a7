import { UNKNOWN, type ReadFacts } from '../PlannedResource';
import type { ResourceValues } from '../ResourceValues';

type Answer = boolean | typeof UNKNOWN;

const BLOCKS = [
  'block_public_acls',
  'block_public_policy',
  'ignore_public_acls',
  'restrict_public_buckets',
];

/**
 * An S3 bucket with the settings that the provider keeps apart from it. It
 * counts as public unless all public access is blocked, and as encrypted or
 * versioned only where the plan says so.
 */
export function readBucket(values: ResourceValues): ReadFacts {
  return {
    name: values.text('bucket'),
    public: not(
      every(
        values
          .companions('aws_s3_bucket_public_access_block')
          .flatMap(block => BLOCKS.map(name => block.boolean(name))),
      ),
    ),
    encrypted: isEncrypted(values),
    versioned: isVersioned(values),
  };
}

function isEncrypted(values: ResourceValues): Answer {
  const rules: (number | typeof UNKNOWN)[] = [
    ...values
      .companions('aws_s3_bucket_server_side_encryption_configuration')
      .map(it => it.count('rule')),
    values.count('server_side_encryption_configuration'),
  ];
  return some(
    rules.map((count): Answer => (count === UNKNOWN ? UNKNOWN : count > 0)),
  );
}

function isVersioned(values: ResourceValues): Answer {
  return some([
    ...values
      .companions('aws_s3_bucket_versioning')
      .map(it => it.text('versioning_configuration', 0, 'status'))

      .map((status): Answer =>
        status === UNKNOWN ? UNKNOWN : status === 'Enabled',
      ),
    values.boolean('versioning', 0, 'enabled'),
  ]);
}

function some(answers: Answer[]): Answer {
  if (answers.includes(true)) return true;
  return answers.includes(UNKNOWN) ? UNKNOWN : false;
}

function every(answers: Answer[]): Answer {
  if (answers.length === 0 || answers.includes(false)) return false;
  return answers.includes(UNKNOWN) ? UNKNOWN : true;
}

function not(answer: Answer): Answer {
  return answer === UNKNOWN ? UNKNOWN : !answer;
}
