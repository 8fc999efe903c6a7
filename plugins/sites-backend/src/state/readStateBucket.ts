import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { StateBucket } from './StateBucket';

/**
 * @returns undefined when the portal keeps states by itself
 * @throws InputError, or the configuration's own error, naming the setting
 */
export function readStateBucket(config: Config): StateBucket | undefined {
  const state = config.getOptionalConfig('sites.state');
  const kind = state?.getOptionalString('kind') ?? 'embedded';
  if (kind !== 'embedded' && kind !== 's3') {
    throw new InputError(`sites.state.kind must be 'embedded' or 's3'`);
  }
  return state && kind === 's3'
    ? new StateBucket({
        bucket: state.getString('bucket'),
        region: state.getString('region'),
        keyPrefix: state.getOptionalString('keyPrefix') ?? '',
        kmsKey: state.getOptionalString('kmsKey'),
        endpoint: state.getOptionalString('endpoint'),
      })
    : undefined;
}
