import { auditorServiceFactory } from '@backstage/backend-defaults/auditor';
import {
  type AuditorService,
  coreServices,
  createServiceFactory,
  createServiceRef,
  type ServiceFactory,
} from '@backstage/backend-plugin-api';
import { TrailAuditor } from './TrailAuditor';
import { trailServiceRef } from './trailServiceRef';

/** Backstage's own, under a name that the override below can depend on. */
const defaultAuditorServiceRef = createServiceRef<AuditorService>({
  id: 'freehold.backend.defaultAuditor',
  scope: 'plugin',
  defaultFactory: async service =>
    ({ ...auditorServiceFactory, service }) as ServiceFactory<
      AuditorService,
      'plugin'
    >,
});

/** Overrides the auditor of every plugin; see {@link TrailAuditor}. */
export const trailAuditorServiceFactory = createServiceFactory({
  service: coreServices.auditor,
  deps: {
    inner: defaultAuditorServiceRef,
    plugin: coreServices.pluginMetadata,
    trail: trailServiceRef,
  },
  factory: ({ inner, plugin, trail }) =>
    TrailAuditor.create(inner, { ...trail, pluginId: plugin.getId() }),
});
