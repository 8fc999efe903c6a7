import { type Kind, kind, orNone, toTags } from '../Kind.ts';

/** Buckets, and all that is set on them. */
export const storage: Record<string, Kind<any>> = {
  aws_s3_bucket: kind({
    find: ({ s3 }, { id }) => orNone(s3.headBucket({ Bucket: id })),
    tags: async (_, { s3 }, { id }) =>
      toTags((await s3.getBucketTagging({ Bucket: id })).TagSet),
  }),
  aws_s3_bucket_public_access_block: kind({
    find: async ({ s3 }, { id }) =>
      (await orNone(s3.getPublicAccessBlock({ Bucket: id })))
        ?.PublicAccessBlockConfiguration,
    facts: found => found,
    wanted: () => ({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    }),
  }),
  aws_s3_bucket_ownership_controls: kind({
    find: async ({ s3 }, { id }) =>
      (await orNone(s3.getBucketOwnershipControls({ Bucket: id })))
        ?.OwnershipControls,
    facts: ({ Rules }) => Rules?.map(each => each.ObjectOwnership),
    wanted: () => ['BucketOwnerEnforced'],
  }),
  aws_s3_bucket_versioning: kind({
    find: ({ s3 }, { id }) => orNone(s3.getBucketVersioning({ Bucket: id })),
    facts: ({ Status }) => Status,
    wanted: () => 'Enabled',
  }),
  aws_s3_bucket_server_side_encryption_configuration: kind({
    find: async ({ s3 }, { id }) =>
      (await orNone(s3.getBucketEncryption({ Bucket: id })))
        ?.ServerSideEncryptionConfiguration,
    facts: ({ Rules }) =>
      Rules?.map(each => each.ApplyServerSideEncryptionByDefault?.SSEAlgorithm),
    wanted: () => ['AES256'],
  }),
  aws_s3_bucket_lifecycle_configuration: kind({
    find: async ({ s3 }, { id }) =>
      (await orNone(s3.getBucketLifecycleConfiguration({ Bucket: id })))?.Rules,
    facts: rules =>
      rules.map(each => each.NoncurrentVersionExpiration?.NoncurrentDays),
    wanted: () => [30],
  }),
  aws_s3_bucket_policy: kind({
    find: async ({ s3 }, { id }) =>
      (await orNone(s3.getBucketPolicy({ Bucket: id })))?.Policy,
    facts: policy => JSON.parse(policy),
    wanted: ({ policy }) => JSON.parse(policy),
  }),
  aws_s3_object: kind({
    find: ({ s3 }, { bucket, key }) =>
      orNone(s3.headObject({ Bucket: bucket, Key: key })),
    facts: ({ ContentType, CacheControl }) => [ContentType, CacheControl],
    wanted: ({ content_type, cache_control }) => [content_type, cache_control],
    tags: async (_, { s3 }, { bucket, key }) =>
      toTags((await s3.getObjectTagging({ Bucket: bucket, Key: key })).TagSet),
  }),
};
