import { ConflictError } from '@backstage/errors';
import type { Outbox, TenantDatabase } from '@freehold/plugin-tenancy-node';
import { updateCustomerRow } from '../database/customersStore';
import type { Actor, Customer } from '../domain/types';
import { requireCustomer, requireLock } from './requireCustomer';
import type { TenancyEvents } from './TenancyEvents';

export interface CustomerSettings {
  name?: string;
  /** Empty for none. */
  contactEmail?: string;
  requiresApproval?: boolean;
}

/** What a customer settles for itself. Callers have been authorized before. */
export class SettingsService {
  static create(options: {
    database: TenantDatabase;
    events: TenancyEvents;
    outbox: Outbox;
  }): SettingsService {
    return new SettingsService(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof SettingsService.create>[0],
  ) {}

  /**
   * @throws NotFoundError
   * @throws ConflictError when a member would end approvals that the business
   *   asked for
   */
  async updateCustomerSettings(
    actor: Actor,
    slug: string,
    settings: CustomerSettings,
  ): Promise<Customer> {
    const { database, outbox, events } = this.deps;
    const customer = await database.transaction(slug, async trx => {
      await requireLock(trx, slug);
      const before = await requireCustomer(trx, slug);
      await updateCustomerRow(trx, slug, {
        name: settings.name?.trim(),
        ...(settings.contactEmail !== undefined && {
          contact_email: settings.contactEmail || null,
        }),
        ...approvalOf(actor, before, settings.requiresApproval),
      });
      const after = await requireCustomer(trx, slug);
      await outbox.recordAudit(trx, {
        tenant: slug,
        action: 'updateCustomerSettings',
        object: { kind: 'customer', id: slug, name: after.name },
        before: told(before),
        after: told(after),
      });
      return after;
    });
    await events.publish({ tenant: slug });
    return customer;
  }
}

function approvalOf(
  actor: Actor,
  customer: Customer,
  requiresApproval: boolean | undefined,
) {
  if (
    requiresApproval === undefined ||
    requiresApproval === customer.requiresApproval
  ) {
    return {};
  }
  const isMember = actor.kind === 'member';
  if (isMember && customer.approvalAskedBy === 'business') {
    throw new ConflictError(
      'Your hosting provider asks for approval of your deployments, and alone can end that. Ask them.',
    );
  }
  return {
    requires_approval: requiresApproval,
    approval_is_own_choice: requiresApproval && isMember,
  };
}

function told({ name, contactEmail, requiresApproval }: Customer) {
  return { name, contactEmail: contactEmail ?? null, requiresApproval };
}
