import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import {
  coreServices,
  createServiceFactory,
  createServiceRef,
  type PermissionsService,
  type ServiceFactory,
} from '@backstage/backend-plugin-api';
import { recentMembershipsServiceRef } from '@freehold/plugin-tenancy-node';
import { DirectPermissions } from './DirectPermissions';

/** Backstage's own, under a name that the override below can depend on. */
const defaultPermissionsServiceRef = createServiceRef<PermissionsService>({
  id: 'freehold.backend.defaultPermissions',
  scope: 'plugin',
  defaultFactory: async service =>
    ({ ...permissionsServiceFactory, service }) as ServiceFactory<
      PermissionsService,
      'plugin'
    >,
});

/** Overrides the permissions of every plugin; see {@link DirectPermissions}. */
export const directPermissionsServiceFactory = createServiceFactory({
  service: coreServices.permissions,
  deps: {
    inner: defaultPermissionsServiceRef,
    recent: recentMembershipsServiceRef,
  },
  factory: ({ inner, recent }) => DirectPermissions.create(inner, recent),
});
