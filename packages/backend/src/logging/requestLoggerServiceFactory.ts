import { rootLoggerServiceFactory } from '@backstage/backend-defaults/rootLogger';
import {
  coreServices,
  createServiceFactory,
  createServiceRef,
  type RootLoggerService,
  type ServiceFactory,
} from '@backstage/backend-plugin-api';
import { RequestLogger } from './RequestLogger';

/** Backstage's own, which redacts secrets of the configuration. */
const defaultRootLoggerServiceRef = createServiceRef<RootLoggerService>({
  id: 'freehold.backend.defaultRootLogger',
  scope: 'root',
  defaultFactory: async service =>
    ({ ...rootLoggerServiceFactory, service }) as ServiceFactory<
      RootLoggerService,
      'root'
    >,
});

/** Overrides the logger of all plugins; see {@link RequestLogger}. */
export const requestLoggerServiceFactory = createServiceFactory({
  service: coreServices.rootLogger,
  deps: { inner: defaultRootLoggerServiceRef },
  factory: ({ inner }) => RequestLogger.create(inner),
});
