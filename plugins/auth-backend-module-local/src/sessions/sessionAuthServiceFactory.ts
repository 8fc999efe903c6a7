import { authServiceFactory } from '@backstage/backend-defaults/auth';
import {
  type AuthService,
  coreServices,
  createServiceFactory,
  createServiceRef,
  type ServiceFactory,
} from '@backstage/backend-plugin-api';
import { SessionAuthService } from './SessionAuthService';
import { sessionGuardServiceRef } from './SessionGuard';

/**
 * Backstage's own auth service under a name of ours, so that the override below
 * can depend on what it overrides.
 */
const defaultAuthServiceRef = createServiceRef<AuthService>({
  id: 'freehold.auth.default',
  scope: 'plugin',
  defaultFactory: async service =>
    ({ ...authServiceFactory, service }) as ServiceFactory<
      AuthService,
      'plugin'
    >,
});

/** Overrides the auth service of every plugin; see {@link SessionAuthService}. */
export const sessionAuthServiceFactory = createServiceFactory({
  service: coreServices.auth,
  deps: { inner: defaultAuthServiceRef, guard: sessionGuardServiceRef },
  factory: ({ inner, guard }) => SessionAuthService.create(inner, guard),
});
