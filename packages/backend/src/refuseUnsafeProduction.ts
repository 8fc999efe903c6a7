import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { CustomErrorBase } from '@backstage/errors';
import { findUnsafeSettings } from './unsafeSettings';

/** The portal does not start with the settings it was given. */
export class UnsafeSettingsError extends CustomErrorBase {
  name = 'UnsafeSettingsError' as const;
}

/**
 * @throws UnsafeSettingsError naming every setting that is unsafe, and what
 *   would be safe
 */
export function refuseUnsafeProduction(
  config: Config,
  environment: Record<string, string | undefined>,
): void {
  const problems = findUnsafeSettings(config, environment);
  if (problems.length > 0) {
    throw new UnsafeSettingsError(
      `Unsafe settings. ${problems
        .map(({ key, advice }) => `${key}: ${advice}`)
        .join(' ')}`,
    );
  }
}

/** Checks the settings when the backend starts. */
export const refuseUnsafeProductionServiceFactory = createServiceFactory({
  service: createServiceRef<void>({
    id: 'freehold.backend.refuseUnsafeProduction',
    scope: 'root',
  }),
  deps: { config: coreServices.rootConfig },
  factory: ({ config }) => refuseUnsafeProduction(config, process.env),
});
