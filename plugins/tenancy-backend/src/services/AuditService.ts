import { NotFoundError } from '@backstage/errors';
import {
  unknownCustomer,
  type TenantDatabase,
  type TenantScope,
} from '@freehold/plugin-tenancy-node';
import {
  findCheck,
  listFaultyChecks,
  summarizeChecks,
} from '../database/auditChecksStore';
import {
  findEvent,
  listEvents,
  listEventsAt,
  listSequences,
  type RecordedEvent,
} from '../database/auditEventsStore';
import type { AuditFilter } from '../database/auditFilter';
import { toCursor } from '../domain/auditCursor';
import {
  type AuditEvent,
  toCustomerView,
  toStaffView,
} from '../domain/auditViews';
import type { AuditHealth } from '../domain/types';

const EVENTS_PER_EXPORTED_PAGE = 500;
const MOST_FAULTS = 20;

/** What people read of the trail, each as far as they may. */
export class AuditService {
  static create(options: { database: TenantDatabase }): AuditService {
    return new AuditService(options.database);
  }

  private constructor(private readonly database: TenantDatabase) {}

  /**
   * @param scope - the tenants the caller may read of
   * @throws NotFoundError about a customer that is out of scope
   */
  async listAuditEvents(
    scope: TenantScope,
    filter: AuditFilter,
  ): Promise<{ items: AuditEvent[]; next?: string }> {
    // One more tells whether there is a next page.
    const found = await this.readPage(scope, {
      ...filter,
      limit: filter.limit + 1,
    });
    const items = found.slice(0, filter.limit);
    const hasNext = found.length > items.length;
    return {
      items: items.map(viewIn(scope)),
      ...(hasNext && { next: toCursor(items[items.length - 1]) }),
    };
  }

  /** @throws NotFoundError */
  async getAuditEvent(
    scope: TenantScope,
    tenant: string,
    id: string,
  ): Promise<AuditEvent> {
    refuseForeign(scope, tenant);
    const event = await this.database.transaction(tenant, trx =>
      findEvent(trx, tenant, id),
    );
    if (!event) {
      throw new NotFoundError(`There is no audit event '${id}'`);
    }
    return viewIn(scope)(event);
  }

  /**
   * All events that match, newest first, page by page, so that any number of
   * them takes little memory.
   *
   * @throws NotFoundError about a customer that is out of scope
   */
  async *readAuditEvents(
    scope: TenantScope,
    filter: AuditFilter,
  ): AsyncGenerator<AuditEvent[]> {
    const limit = EVENTS_PER_EXPORTED_PAGE;
    let { after } = filter;
    for (;;) {
      const page = await this.readPage(scope, { ...filter, after, limit });
      yield page.map(viewIn(scope));
      if (page.length < limit) {
        return;
      }
      after = page[page.length - 1];
    }
  }

  /** What the last check of the trails in scope found. */
  async getAuditHealth(scope: TenantScope): Promise<AuditHealth> {
    return scope.all ? this.summarize() : this.describe(scope.tenant);
  }

  private async summarize(): Promise<AuditHealth> {
    return this.database.acrossTenants(
      'tell staff how the audit trails are',
      async trx => {
        const { checkedAt, ...summary } = await summarizeChecks(trx);
        const faulty = await listFaultyChecks(trx, MOST_FAULTS);
        return {
          ...summary,
          ...(checkedAt && { checkedAt: checkedAt.toISOString() }),
          faults: faulty.map(({ tenant, fault }) => ({ tenant, ...fault! })),
        };
      },
    );
  }

  private async describe(tenant: string): Promise<AuditHealth> {
    const check = await this.database.transaction(tenant, trx =>
      findCheck(trx, tenant),
    );
    return {
      tenants: check ? 1 : 0,
      events: check?.events ?? 0,
      ...(check && { checkedAt: check.checkedAt.toISOString() }),
      faults: check?.fault ? [{ tenant, ...check.fault }] : [],
    };
  }

  private async readPage(
    scope: TenantScope,
    filter: AuditFilter,
  ): Promise<RecordedEvent[]> {
    const tenant = scope.all ? filter.tenant : scope.tenant;
    if (!tenant) {
      return this.database.acrossTenants('list audit events for staff', trx =>
        listEvents(trx, filter),
      );
    }
    refuseForeign(scope, filter.tenant ?? tenant);
    return scope.all || mayAskAbout(tenant, filter.actor)
      ? this.readPageOf(tenant, { ...filter, tenant })
      : [];
  }

  /**
   * Behind row security no index can find words, because the operator is not
   * leakproof. So where the events are is found through the other door, and
   * what they say is read through the tenant's own.
   */
  private async readPageOf(
    tenant: string,
    filter: AuditFilter & { tenant: string },
  ): Promise<RecordedEvent[]> {
    if (!filter.search) {
      return this.database.transaction(tenant, trx => listEvents(trx, filter));
    }
    const sequences = await this.database.acrossTenants(
      'find audit events of a tenant by words',
      trx => listSequences(trx, filter),
    );
    return this.database.transaction(tenant, trx =>
      listEventsAt(trx, tenant, sequences),
    );
  }
}

function refuseForeign(scope: TenantScope, tenant: string): void {
  if (!scope.all && scope.tenant !== tenant) {
    throw unknownCustomer(tenant);
  }
}

/** Customers are not told which of the staff did something: nor by a filter. */
function mayAskAbout(tenant: string, actor: string | undefined): boolean {
  return !actor || actor === 'staff' || actor.startsWith(`user:${tenant}/`);
}

function viewIn(scope: TenantScope) {
  return scope.all ? toStaffView : toCustomerView;
}
