import { DatabaseManager } from '@backstage/backend-defaults/database';
import type {
  RootConfigService,
  RootLifecycleService,
  RootLoggerService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  BUSINESS_TENANT,
  type CustomerState,
  type Role,
} from '@freehold/plugin-tenancy-common';
import { TenantDatabase } from '../database';
import { findMembershipOfStaff } from './findMembershipOfStaff';
import { MEMBERSHIP_COLUMNS, toCustomer, toMembership } from './rows';
import type { Customer, Membership, TenantDirectory } from './TenantDirectory';

/** Reads the tables of tenancy-backend, through the tenant's own door. */
export class DatabaseTenantDirectory implements TenantDirectory {
  static fromConfig(options: {
    config: RootConfigService;
    logger: RootLoggerService;
    lifecycle: RootLifecycleService;
  }): DatabaseTenantDirectory {
    const manager = DatabaseManager.fromConfig(options.config, {
      rootLogger: options.logger,
      rootLifecycle: options.lifecycle,
    });
    return new DatabaseTenantDirectory(
      TenantDatabase.create(manager.forPlugin('tenancy', options)),
    );
  }

  static create(database: TenantDatabase): DatabaseTenantDirectory {
    return new DatabaseTenantDirectory(Promise.resolve(database));
  }

  private constructor(private readonly database: Promise<TenantDatabase>) {}

  async findMembership(userEntityRef: string): Promise<Membership | undefined> {
    const { kind, namespace, name } = parseEntityRef(userEntityRef);
    if (kind.toLocaleLowerCase('en-US') !== 'user') {
      return undefined;
    }
    const database = await this.database;
    if (namespace === BUSINESS_TENANT) {
      return findMembershipOfStaff(database, name);
    }
    const row = await database.transaction(namespace, trx =>
      trx('members')
        .join('customers', 'customers.tenant_id', 'members.tenant_id')
        .where({ member_name: name, 'customers.state': 'active' })
        .whereNull('members.removed_at')
        .first(MEMBERSHIP_COLUMNS),
    );
    return row && toMembership(row);
  }

  async findMembershipsByEmail(email: string): Promise<Membership[]> {
    return this.findByEmail(email, 'active');
  }

  async findSuspendedMembershipsByEmail(email: string): Promise<Membership[]> {
    return this.findByEmail(email, 'suspended');
  }

  private async findByEmail(
    email: string,
    state: CustomerState,
  ): Promise<Membership[]> {
    const database = await this.database;
    const rows = await database.acrossTenants('sign in by e-mail', trx =>
      trx('members')
        .join('customers', 'customers.tenant_id', 'members.tenant_id')
        .whereRaw('lower(members.email) = lower(?)', [email])
        .where({ 'customers.state': state })
        .whereNull('members.removed_at')
        .orderBy(['members.tenant_id', 'members.member_name'])
        .select(MEMBERSHIP_COLUMNS),
    );
    return rows.flatMap(row => toMembership(row) ?? []);
  }

  async findMembersWithRoles(
    tenant: string,
    roles: readonly Role[],
  ): Promise<Membership[]> {
    const database = await this.database;
    const rows = await database.transaction(tenant, trx =>
      trx('members')
        .join('customers', 'customers.tenant_id', 'members.tenant_id')
        .where({ 'members.tenant_id': tenant, 'customers.state': 'active' })
        .whereIn('members.role', roles)
        .whereNull('members.removed_at')
        .orderBy('members.member_name')
        .select(MEMBERSHIP_COLUMNS),
    );
    return rows.flatMap(row => toMembership(row) ?? []);
  }

  async findCustomer(slug: string): Promise<Customer | undefined> {
    if (slug === BUSINESS_TENANT || !slug) {
      return undefined;
    }
    const database = await this.database;
    const row = await database.transaction(slug, trx =>
      trx('customers').where({ tenant_id: slug }).first(),
    );
    return row && toCustomer(row);
  }

  async findCustomers(
    slugs: readonly string[],
  ): Promise<Map<string, Customer>> {
    const wanted = [...new Set(slugs)].filter(slug => slug !== BUSINESS_TENANT);
    const database = await this.database;
    const rows = await database.acrossTenants('name customers in a list', trx =>
      trx('customers').whereIn('tenant_id', wanted).select(),
    );
    return new Map(rows.map(row => [row.tenant_id, toCustomer(row)]));
  }

  async listCustomerSlugs(): Promise<string[]> {
    const database = await this.database;
    return database.acrossTenants('know customers by their slugs', trx =>
      trx('customers')
        .whereNot({ tenant_id: BUSINESS_TENANT })
        .pluck('tenant_id'),
    );
  }

  async listTenantsWithSuspendedSites(): Promise<string[]> {
    const database = await this.database;
    return database.acrossTenants('suspend sites with their customers', trx =>
      trx('customers')
        .where({ state: 'suspended', suspends_sites: true })
        .pluck('tenant_id'),
    );
  }

  async countCustomers(): Promise<number> {
    const database = await this.database;
    const [{ count }] = await database.acrossTenants('count customers', trx =>
      trx('customers')
        .where({ state: 'active' })
        .whereNot({ tenant_id: BUSINESS_TENANT })
        .count(),
    );
    return Number(count);
  }
}
