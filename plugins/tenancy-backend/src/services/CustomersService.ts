import { ConflictError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { CustomerTier } from '@freehold/plugin-tenancy-common';
import {
  whatDiffers,
  type Outbox,
  type TenantDatabase,
  type TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import {
  insertCustomer,
  listCustomerPage,
  updateCustomerRow,
  type CustomerChanges,
  type CustomerFilter,
} from '../database/customersStore';
import { assertState } from '../domain/customerStates';
import { refuseReservedSlug } from '../domain/customerSlugs';
import type { Customer, Member, Page, PasswordLink } from '../domain/types';
import { addMemberRow } from './addMemberRow';
import type { PasswordLinks } from './PasswordLinks';
import { requireCustomer, requireLock } from './requireCustomer';
import type { TenancyEvents } from './TenancyEvents';

export interface NewCustomer {
  slug: string;
  name: string;
  tier: CustomerTier;
  requiresApproval?: boolean;
  owner: { email: string; displayName: string };
}

export type CreatedCustomer = {
  customer: Customer;
  owner: Member;
  /** Absent when the sign-in module could not make one; ask for another. */
  passwordLink?: PasswordLink;
};

/** The rules of customers. Callers have been authorized before. */
export class CustomersService {
  static create(options: {
    database: TenantDatabase;
    outbox: Pick<Outbox, 'recordAudit'>;
    passwordLinks: PasswordLinks;
    events: TenancyEvents;
  }): CustomersService {
    return new CustomersService(
      options.database,
      options.outbox,
      options.passwordLinks,
      options.events,
    );
  }

  private constructor(
    private readonly database: TenantDatabase,
    private readonly outbox: Pick<Outbox, 'recordAudit'>,
    private readonly passwordLinks: PasswordLinks,
    private readonly events: TenancyEvents,
  ) {}

  async listCustomers(filter: CustomerFilter): Promise<Page<Customer>> {
    return this.database.acrossTenants('list customers for staff', trx =>
      listCustomerPage(trx, filter),
    );
  }

  /** @throws NotFoundError */
  async getCustomer(slug: string): Promise<Customer> {
    return this.database.transaction(slug, trx => requireCustomer(trx, slug));
  }

  /**
   * @throws InputError when the slug is reserved
   * @throws ConflictError when it is taken
   */
  async createCustomer(input: NewCustomer): Promise<CreatedCustomer> {
    const { slug, name, tier, requiresApproval = false } = input;
    refuseReservedSlug(slug);
    const created = await this.database.transaction(slug, async trx => {
      const isNew = await insertCustomer(trx, {
        tenant_id: slug,
        name: name.trim(),
        tier,
        requires_approval: requiresApproval,
      });
      if (!isNew) {
        throw new ConflictError(
          `There is a customer '${slug}' already; choose another slug`,
        );
      }
      const owner = await addMemberRow(trx, slug, {
        ...input.owner,
        role: 'owner',
      });
      const customer = await requireCustomer(trx, slug);
      await this.record(trx, 'createCustomer', customer, {
        after: { ...stateOf(customer), owner: owner.email },
      });
      return { owner, customer };
    });
    await this.events.publish(
      { tenant: slug },
      { tenant: slug, member: created.owner.name },
    );
    // The customer stays when no link could be made: another can be asked for.
    const passwordLink = await this.passwordLinks
      .createPasswordLink(created.owner)
      .catch(() => undefined);
    return { ...created, passwordLink };
  }

  /** @throws NotFoundError */
  async updateCustomer(
    slug: string,
    changes: { name?: string; tier?: CustomerTier; requiresApproval?: boolean },
  ): Promise<Customer> {
    return this.change('updateCustomer', slug, () => ({
      name: changes.name?.trim(),
      tier: changes.tier,
      requires_approval: changes.requiresApproval,
      ...(changes.requiresApproval !== undefined && {
        approval_is_own_choice: false,
      }),
    }));
  }

  /**
   * Locks the members out from their next request on.
   *
   * @throws NotFoundError
   * @throws ConflictError unless it is active
   */
  async deactivateCustomer(slug: string, reason: string): Promise<Customer> {
    return this.changeState('deactivateCustomer', slug, 'active', {
      state: 'deactivated',
      deactivated_reason: reason.trim(),
      deactivated_at: new Date(),
      signed_in_after: new Date(),
    });
  }

  /**
   * @throws NotFoundError
   * @throws ConflictError unless it is deactivated
   */
  async reactivateCustomer(slug: string): Promise<Customer> {
    return this.changeState('reactivateCustomer', slug, 'deactivated', {
      state: 'active',
      deactivated_reason: null,
      deactivated_at: null,
    });
  }

  private async changeState(
    action: string,
    slug: string,
    from: Customer['state'],
    changes: CustomerChanges,
  ): Promise<Customer> {
    return this.change(action, slug, ({ state }) => {
      assertState(slug, state, from);
      return changes;
    });
  }

  private async change(
    action: string,
    slug: string,
    decide: (present: Pick<Customer, 'state'>) => CustomerChanges,
  ): Promise<Customer> {
    const customer = await this.database.transaction(slug, async trx => {
      const changes = decide(await requireLock(trx, slug));
      const before = await requireCustomer(trx, slug);
      await updateCustomerRow(trx, slug, changes);
      const after = await requireCustomer(trx, slug);
      await this.record(
        trx,
        action,
        after,
        whatDiffers(stateOf(before), stateOf(after)),
      );
      return after;
    });
    await this.events.publish({ tenant: slug });
    return customer;
  }

  private async record(
    trx: TenantTransaction,
    action: string,
    { slug, name }: Customer,
    change: { before?: JsonObject; after?: JsonObject },
  ): Promise<void> {
    await this.outbox.recordAudit(trx, {
      tenant: slug,
      action,
      object: { kind: 'customer', id: slug, name },
      ...change,
    });
  }
}

/** What of a customer is worth telling when it changes. */
function stateOf(customer: Customer) {
  const { name, tier, state, requiresApproval, deactivatedReason } = customer;
  return {
    name,
    tier,
    state,
    requiresApproval,
    ...(deactivatedReason && { deactivatedReason }),
  };
}
