import type { Config } from '@backstage/config';
import type { TenantDatabase } from '@freehold/plugin-tenancy-node';
import { AwsKeys } from '../clouds/AwsKeys';
import { createCloudSessions } from '../clouds/createCloudSessions';
import { newId } from '../domain/ids';
import { AWS_SECRET, keyOf } from './StsDouble';

/** An access key of AWS, as if somebody had entered it. */
export async function saveAccessKey(
  options: { config: Config; database: TenantDatabase },
  tenant: string,
  account = '111111111111',
): Promise<void> {
  const { credentials } = createCloudSessions(options);
  await options.database.transaction(tenant, trx =>
    credentials.save(
      trx,
      {
        tenant,
        cloud: 'aws',
        credentialId: newId('cred'),
        kind: 'access-key',
        name: 'Main',
        account,
        principal: `arn:aws:iam::${account}:user/portal`,
        accessKeyEnding: account.slice(-4),
        updatedBy: `user:${tenant}/somebody`,
      },
      new AwsKeys({ accessKeyId: keyOf(account), secretAccessKey: AWS_SECRET }),
    ),
  );
}
