import { DatabaseManager } from '@backstage/backend-defaults/database';
import type {
  RootConfigService,
  RootLifecycleService,
  RootLoggerService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  BUSINESS_TENANT,
  isMemberRole,
  isStaffRole,
  type Role,
} from '@freehold/plugin-tenancy-common';
import { TenantDatabase } from '../database';
import type { Customer, Membership, TenantDirectory } from './TenantDirectory';

const MEMBERSHIP_COLUMNS = [
  'members.tenant_id',
  'members.member_name',
  'members.display_name',
  'members.email',
  'members.role',
  'customers.tier',
  'customers.state',
] as const;

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
    const database = await this.database;
    const rows = await database.acrossTenants('sign in by e-mail', trx =>
      trx('members')
        .join('customers', 'customers.tenant_id', 'members.tenant_id')
        .whereRaw('lower(members.email) = lower(?)', [email])
        .where({ 'customers.state': 'active' })
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

function toCustomer(row: Record<string, any>): Customer {
  return {
    slug: row.tenant_id,
    name: row.name,
    tier: row.tier,
    state: row.state,
    requiresApproval: row.requires_approval,
  };
}

function toMembership(row: Record<string, any>): Membership | undefined {
  const common = {
    tenant: row.tenant_id,
    member: row.member_name,
    userEntityRef: `user:${row.tenant_id}/${row.member_name}`,
    displayName: row.display_name,
    email: row.email,
  };
  const isStaff = row.tenant_id === BUSINESS_TENANT;
  if (isStaff && isStaffRole(row.role)) {
    return { ...common, kind: 'staff', role: row.role };
  }
  if (!isStaff && isMemberRole(row.role)) {
    return { ...common, kind: 'member', role: row.role, tier: row.tier };
  }
  return undefined;
}
