import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { TenantDatabase } from '../database';
import { createEnvelopeCipher } from '../encryption';
import { deliverToTenancy } from './deliverToTenancy';
import { Outbox } from './Outbox';
import { OutboxShipper } from './OutboxShipper';

/**
 * The outbox of the plugin that asks, whose migrations have called
 * `createOutbox`. Shipping begins when the plugin has started and ends with it.
 */
export const outboxServiceRef = createServiceRef<Outbox>({
  id: 'freehold.tenancy.outbox',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
      },
      async factory({ auth, config, database, discovery, lifecycle, logger }) {
        const outbox = Outbox.create(createEnvelopeCipher(config));
        const shipper = OutboxShipper.create({
          database: await TenantDatabase.create(database),
          outbox,
          deliver: deliverToTenancy({ auth, discovery }),
          logger,
        });
        lifecycle.addStartupHook(() => shipper.start());
        lifecycle.addShutdownHook(() => shipper.stop());
        return outbox;
      },
    }),
});
