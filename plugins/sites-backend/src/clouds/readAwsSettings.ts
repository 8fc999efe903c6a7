import type { Config } from '@backstage/config';
import type { AwsSettings } from './AwsAccess';

/** Setting `sites.aws`. */
export function readAwsSettings(config: Config): AwsSettings {
  return {
    endpoint: config.getOptionalString('sites.aws.endpoint'),
    region: config.getOptionalString('sites.aws.region') ?? 'us-east-1',
    usesMachineCredentials:
      config.getOptionalBoolean('sites.aws.useMachineCredentials') ?? false,
  };
}
