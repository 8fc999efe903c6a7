import { ACM } from '@aws-sdk/client-acm';
import { ApplicationAutoScaling } from '@aws-sdk/client-application-auto-scaling';
import { CloudFront } from '@aws-sdk/client-cloudfront';
import { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs';
import { EC2 } from '@aws-sdk/client-ec2';
import { ECS } from '@aws-sdk/client-ecs';
import { ElasticLoadBalancingV2 } from '@aws-sdk/client-elastic-load-balancing-v2';
import { IAM } from '@aws-sdk/client-iam';
import { RDS } from '@aws-sdk/client-rds';
import { ResourceGroupsTaggingAPI } from '@aws-sdk/client-resource-groups-tagging-api';
import { S3 } from '@aws-sdk/client-s3';
import { SecretsManager } from '@aws-sdk/client-secrets-manager';

/** Clients of AWS's own SDK, for a double of it. */
export class Aws {
  readonly scaling: ApplicationAutoScaling;
  readonly cloudFront: CloudFront;
  readonly logs: CloudWatchLogs;
  readonly ec2: EC2;
  readonly ecs: ECS;
  readonly balancing: ElasticLoadBalancingV2;
  readonly iam: IAM;
  readonly rds: RDS;
  readonly tagging: ResourceGroupsTaggingAPI;
  readonly s3: S3;
  readonly secrets: SecretsManager;
  readonly certificates: (region: string) => ACM;

  constructor(endpoint: string, region: string) {
    const options = {
      endpoint,
      region,
      credentials: {
        accessKeyId: 'AKIAREADER0000000000',
        secretAccessKey: 'a-reader-of-the-double',
      },
    };
    this.scaling = new ApplicationAutoScaling(options);
    this.cloudFront = new CloudFront({ ...options, region: 'us-east-1' });
    this.logs = new CloudWatchLogs(options);
    this.ec2 = new EC2(options);
    this.ecs = new ECS(options);
    this.balancing = new ElasticLoadBalancingV2(options);
    this.iam = new IAM(options);
    this.rds = new RDS(options);
    this.tagging = new ResourceGroupsTaggingAPI(options);
    this.s3 = new S3({ ...options, forcePathStyle: true });
    this.secrets = new SecretsManager(options);
    this.certificates = inRegion => new ACM({ ...options, region: inRegion });
  }
}
