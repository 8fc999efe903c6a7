import type { Config } from '@backstage/config';
import {
  createEnvelopeCipher,
  type TenantDatabase,
} from '@freehold/plugin-tenancy-node';
import { CloudCredentialsStore } from '../database/CloudCredentialsStore';
import { AwsAccess } from './AwsAccess';
import { CloudSessions } from './CloudSessions';
import { readAwsSettings } from './readAwsSettings';

/** What signs in to clouds, made from the configuration. */
export function createCloudSessions(options: {
  config: Config;
  database: TenantDatabase;
}) {
  const settings = readAwsSettings(options.config);
  const aws = new AwsAccess(settings);
  const credentials = new CloudCredentialsStore(
    createEnvelopeCipher(options.config),
  );
  const sessions = CloudSessions.create({
    database: options.database,
    credentials,
    aws,
    settings,
  });
  return { aws, credentials, sessions };
}
