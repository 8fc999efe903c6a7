import { ConflictError, NotAllowedError } from '@backstage/errors';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import {
  unknownCustomer,
  type Outbox,
  type TenantDatabase,
  type TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import { randomUUID } from 'node:crypto';
import { findCustomer } from '../database/customersStore';
import {
  endViewingsOf,
  insertViewing,
  listViewingPage,
} from '../database/viewingsStore';
import type { Actor, Page, PageRequest, Viewing } from '../domain/types';
import { requireCustomer } from './requireCustomer';

/** Longest, and unless somebody asks for less. */
const VIEWING_MINUTES = 60;

/**
 * Lets staff see the portal as a customer does. That they then see nothing
 * else, and change nothing, is not decided here but where everybody asks who
 * somebody is: the tenant directory. Callers have been authorized before.
 */
export class ViewingsService {
  static create(options: {
    database: TenantDatabase;
    outbox: Outbox;
  }): ViewingsService {
    return new ViewingsService(options.database, options.outbox);
  }

  private constructor(
    private readonly database: TenantDatabase,
    private readonly outbox: Outbox,
  ) {}

  /** @throws NotFoundError when there is no such customer */
  async listViewings(slug: string, page: PageRequest): Promise<Page<Viewing>> {
    return this.database.transaction(slug, async trx => {
      await requireCustomer(trx, slug);
      return listViewingPage(trx, slug, page);
    });
  }

  /**
   * @throws NotFoundError when there is no such customer
   * @throws NotAllowedError when the caller is not one of the staff
   * @throws ConflictError when the caller views as a customer already
   */
  async startViewingAs(
    actor: Actor,
    slug: string,
    options: { reason: string; minutes?: number },
  ): Promise<Viewing> {
    assertIsStaff(actor);
    const { reason, minutes = VIEWING_MINUTES } = options;
    return this.database.acrossTenants('view as a customer', async trx => {
      // Two that start at once for one person wait for each other here.
      await trx('members')
        .where({ tenant_id: BUSINESS_TENANT, member_name: actor.member })
        .forUpdate();
      const customer = await findCustomer(trx, slug);
      if (!customer) {
        throw unknownCustomer(slug);
      }
      await this.end(trx, actor.userEntityRef);
      const startedAt = new Date();
      const viewing = await insertViewing(trx, {
        tenant_id: slug,
        viewing_id: `view_${randomUUID()}`,
        staff_ref: actor.userEntityRef,
        staff_display_name: actor.displayName,
        reason: reason.trim(),
        started_at: startedAt,
        expires_at: new Date(startedAt.getTime() + minutes * 60_000),
      });
      await this.outbox.recordAudit(trx, {
        tenant: slug,
        action: 'startViewingAs',
        object: { kind: 'customer', id: slug, name: customer.name },
        reason: viewing.reason,
        after: { expiresAt: viewing.expiresAt },
      });
      return viewing;
    });
  }

  /** Does nothing for those who view as nobody. */
  async stopViewingAs(userEntityRef: string): Promise<void> {
    await this.database.acrossTenants('stop viewing as a customer', trx =>
      this.end(trx, userEntityRef),
    );
  }

  private async end(trx: TenantTransaction, staffRef: string): Promise<void> {
    for (const viewing of await endViewingsOf(trx, staffRef)) {
      await this.outbox.recordAudit(trx, {
        tenant: viewing.customer,
        action: 'stopViewingAs',
        object: { kind: 'customer', id: viewing.customer },
        reason: viewing.reason,
      });
    }
  }
}

function assertIsStaff(
  actor: Actor,
): asserts actor is Extract<Actor, { kind: 'staff' }> {
  if (actor.kind === 'viewing') {
    throw new ConflictError(
      `You are viewing as '${actor.tenant}' already; stop that first`,
    );
  }
  if (actor.kind !== 'staff') {
    throw new NotAllowedError('Only staff can view as a customer');
  }
}
