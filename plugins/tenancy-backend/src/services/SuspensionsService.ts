import type { Outbox, TenantDatabase } from '@freehold/plugin-tenancy-node';
import { updateCustomerRow } from '../database/customersStore';
import { assertState } from '../domain/customerStates';
import type { Customer } from '../domain/types';
import { requireCustomer, requireLock } from './requireCustomer';
import type { TenancyEvents } from './TenancyEvents';

/** Suspends customers for a while. Callers have been authorized before. */
export class SuspensionsService {
  static create(options: {
    database: TenantDatabase;
    events: TenancyEvents;
    outbox: Outbox;
  }): SuspensionsService {
    return new SuspensionsService(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof SuspensionsService.create>[0],
  ) {}

  /**
   * Keeps the members out from their next request on; they sign in anew after
   * a resumption. Plugins refuse new
   * deployments and, where asked for, suspend the sites by themselves: they
   * hear of it, and look again now and then in case they did not.
   *
   * @param options.by - entity ref
   * @param options.byName - of a person, for people
   * @throws NotFoundError
   * @throws ConflictError unless the customer is active
   */
  async suspendCustomer(
    slug: string,
    options: {
      reason: string;
      sites: 'keep' | 'suspend';
      by: string;
      byName?: string;
    },
  ): Promise<Customer> {
    const { database, outbox, events } = this.deps;
    const now = new Date();
    const customer = await database.transaction(slug, async trx => {
      const { state } = await requireLock(trx, slug);
      assertState(slug, state, 'active');
      await updateCustomerRow(trx, slug, {
        state: 'suspended',
        signed_in_after: now,
        suspended_at: now,
        suspended_reason: options.reason.trim(),
        suspended_by: options.by,
        suspended_by_name: options.byName ?? null,
        suspends_sites: options.sites === 'suspend',
      });
      const suspended = await requireCustomer(trx, slug);
      await outbox.recordAudit(trx, {
        tenant: slug,
        action: 'suspendCustomer',
        object: { kind: 'customer', id: slug, name: suspended.name },
        reason: options.reason.trim(),
        before: { state },
        after: { state: suspended.state, sites: options.sites },
      });
      return suspended;
    });
    await events.publish({ tenant: slug });
    return customer;
  }

  /**
   * @throws NotFoundError
   * @throws ConflictError unless the customer is suspended
   */
  async resumeCustomer(slug: string): Promise<Customer> {
    const { database, outbox, events } = this.deps;
    const customer = await database.transaction(slug, async trx => {
      const { state } = await requireLock(trx, slug);
      assertState(slug, state, 'suspended');
      await updateCustomerRow(trx, slug, {
        state: 'active',
        suspended_at: null,
        suspended_reason: null,
        suspended_by: null,
        suspended_by_name: null,
        suspends_sites: false,
      });
      const resumed = await requireCustomer(trx, slug);
      await outbox.recordAudit(trx, {
        tenant: slug,
        action: 'resumeCustomer',
        object: { kind: 'customer', id: slug, name: resumed.name },
        before: { state },
        after: { state: resumed.state },
      });
      return resumed;
    });
    await events.publish({ tenant: slug });
    return customer;
  }
}
