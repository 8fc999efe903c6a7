import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  TENANCY_CHANGED_TOPIC,
  type TenancyChangedEvent,
  type TenantDatabase,
  type TenantDirectory,
} from '@freehold/plugin-tenancy-node';
import type { CustomerSuspensionsStore } from '../database/CustomerSuspensionsStore';
import { publishSiteChanged } from '../events';

/** Keeps sites in step with their customers' suspensions. */
export class CustomerSuspensions {
  static create(options: {
    database: TenantDatabase;
    directory: Pick<
      TenantDirectory,
      'findCustomer' | 'listTenantsWithSuspendedSites'
    >;
    store: CustomerSuspensionsStore;
    events: EventsService;
  }): CustomerSuspensions {
    return new CustomerSuspensions(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof CustomerSuspensions.create>[0],
  ) {}

  /**
   * Follows customers as they change; looks at all now and then, too, since an
   * event can be lost and a site can become live later.
   */
  async start(scheduler: SchedulerService): Promise<void> {
    await this.deps.events.subscribe({
      id: 'sites-customer-suspensions',
      topics: [TENANCY_CHANGED_TOPIC],
      onEvent: async ({ eventPayload }) => {
        const { tenant, member } = eventPayload as TenancyChangedEvent;
        if (!member) {
          await this.settle(tenant);
        }
      },
    });
    await scheduler.scheduleTask({
      id: 'sites-customer-suspensions',
      frequency: { seconds: 30 },
      timeout: { minutes: 5 },
      initialDelay: { seconds: 5 },
      fn: async signal => this.settleAll(signal),
    });
  }

  /** Does what the customer's present state asks for; again is harmless. */
  async settle(tenant: string): Promise<void> {
    const { database, directory, store, events } = this.deps;
    const customer = await directory.findCustomer(tenant);
    const changed = await database.transaction(tenant, trx =>
      customer?.suspension?.suspendsSites
        ? store.suspendAll(trx, tenant, {
            reason: 'Its customer is suspended',
            by: 'plugin:tenancy',
          })
        : store.resumeAll(trx, tenant),
    );
    for (const siteId of changed) {
      await publishSiteChanged(events, tenant, siteId);
    }
  }

  async settleAll(signal?: AbortSignal): Promise<void> {
    const { database, directory, store } = this.deps;
    const tenants = new Set([
      ...(await directory.listTenantsWithSuspendedSites()),
      ...(await database.acrossTenants('resume sites with customers', trx =>
        store.listTenants(trx),
      )),
    ]);
    for (const tenant of tenants) {
      signal?.throwIfAborted();
      await this.settle(tenant);
    }
  }
}
