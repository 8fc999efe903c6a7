import { type Kind, kind, orNone, toTags } from '../Kind.ts';

/** What serves files near their readers. */
export const edge: Record<string, Kind<any>> = {
  aws_cloudfront_origin_access_control: kind({
    find: async ({ cloudFront }, { id }) =>
      (await orNone(cloudFront.getOriginAccessControl({ Id: id })))
        ?.OriginAccessControl,
    facts: ({ OriginAccessControlConfig: config }) => [
      config?.SigningBehavior,
      config?.SigningProtocol,
    ],
    wanted: () => ['always', 'sigv4'],
  }),
  aws_cloudfront_distribution: kind({
    find: async ({ cloudFront }, { id }) =>
      (await orNone(cloudFront.getDistribution({ Id: id })))?.Distribution,
    facts: ({ DistributionConfig: config }) => ({
      enabled: config?.Enabled,
      priceClass: config?.PriceClass,
      viewers: config?.DefaultCacheBehavior?.ViewerProtocolPolicy,
      folders: config?.Origins?.Items?.map(each => each.OriginPath),
      control: config?.Origins?.Items?.map(each => each.OriginAccessControlId),
      aliases: config?.Aliases?.Items ?? [],
    }),
    wanted: ({ price_class, origin, aliases }) => ({
      enabled: true,
      priceClass: price_class,
      viewers: 'redirect-to-https',
      folders: origin.map((each: any) => each.origin_path),
      control: origin.map((each: any) => each.origin_access_control_id),
      aliases: aliases ?? [],
    }),
    tags: async (_, { cloudFront }, { arn }) =>
      toTags(
        (await cloudFront.listTagsForResource({ Resource: arn })).Tags?.Items,
      ),
  }),
};
