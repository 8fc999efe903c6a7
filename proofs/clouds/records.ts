import type { Aws } from './Aws.ts';
import { orNone } from './Kind.ts';

type Check = (aws: Aws, arn: string) => Promise<boolean>;

/** What AWS goes on telling of although it is gone, and how that shows. */
const RECORDS: [of: RegExp, isGone: Check][] = [
  [
    /:ecs:.*:service\//,
    async ({ ecs }, arn) => {
      const [cluster] = arn.split('/').slice(-2);
      const found = await orNone(
        ecs.describeServices({ cluster, services: [arn] }),
      );
      return found?.services?.[0]?.status === 'INACTIVE';
    },
  ],
  [
    /:ecs:.*:cluster\//,
    async ({ ecs }, arn) => {
      const { clusters } = await ecs.describeClusters({ clusters: [arn] });
      return clusters?.[0]?.status === 'INACTIVE';
    },
  ],
  [
    /:ecs:.*:task-definition\//,
    async ({ ecs }, arn) => {
      const found = await ecs.describeTaskDefinition({ taskDefinition: arn });
      return found.taskDefinition?.status === 'INACTIVE';
    },
  ],
  [
    /:natgateway\//,
    async ({ ec2 }, arn) => {
      const id = arn.split('/').at(-1)!;
      const found = await ec2.describeNatGateways({ NatGatewayIds: [id] });
      return found.NatGateways?.[0]?.State === 'deleted';
    },
  ],
  [
    /:secretsmanager:/,
    async ({ secrets }, arn) =>
      (await secrets.describeSecret({ SecretId: arn })).DeletedDate !==
      undefined,
  ],
  // A backup that RDS made by itself; the stack wants it kept.
  [/:rds:.*:snapshot:rds:/, async () => true],
];

/** Whether what is found under labels is gone, but for AWS's memory of it. */
export async function isRecord(aws: Aws, arn: string): Promise<boolean> {
  const record = RECORDS.find(([of]) => of.test(arn));
  return record !== undefined && record[1](aws, arn);
}
