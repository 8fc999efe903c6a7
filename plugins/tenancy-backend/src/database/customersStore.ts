import {
  BUSINESS_TENANT,
  type CustomerState,
  type CustomerTier,
} from '@freehold/plugin-tenancy-common';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { Knex } from 'knex';
import type { Customer, Page, PageRequest } from '../domain/types';
import { containing } from './containing';

export interface CustomerFilter extends PageRequest {
  search?: string;
  state?: CustomerState;
  tier?: CustomerTier;
  sort: 'name' | '-name' | 'createdAt' | '-createdAt';
}

interface CustomerRow {
  tenant_id: string;
  name: string;
  tier: CustomerTier;
  state: CustomerState;
  requires_approval: boolean;
  deactivated_reason: string | null;
  deactivated_at: Date | null;
  suspended_at: Date | null;
  suspended_reason: string | null;
  suspended_by: string | null;
  suspended_by_name: string | null;
  suspends_sites: boolean;
  signed_in_after: Date | null;
  approval_is_own_choice: boolean;
  contact_email: string | null;
  created_at: Date;
  updated_at: Date;
  member_count: number;
}

/** The columns a service may set. */
export type CustomerChanges = Partial<
  Omit<CustomerRow, 'tenant_id' | 'created_at' | 'updated_at' | 'member_count'>
>;

/** Inserts a customer; false when the slug is taken. */
export async function insertCustomer(
  trx: TenantTransaction,
  customer: Pick<
    CustomerRow,
    'tenant_id' | 'name' | 'tier' | 'requires_approval'
  >,
): Promise<boolean> {
  const inserted = await trx('customers')
    .insert(customer)
    .onConflict('tenant_id')
    .ignore()
    .returning('tenant_id');
  return inserted.length > 0;
}

/** The business's own tenant is no customer, and not found. */
export async function findCustomer(
  trx: TenantTransaction,
  slug: string,
): Promise<Customer | undefined> {
  const row = await customers(trx).where({ tenant_id: slug }).first();
  return row && toCustomer(row);
}

/** Whether there is such a customer; the business itself counts, too. */
export async function hasTenant(
  trx: TenantTransaction,
  tenant: string,
): Promise<boolean> {
  const row = await trx('customers')
    .where({ tenant_id: tenant })
    .first('tenant_id');
  return row !== undefined;
}

/** @returns the slug where there is no such customer */
export async function findTenantName(
  trx: TenantTransaction,
  tenant: string,
): Promise<string> {
  const row = await trx('customers').where({ tenant_id: tenant }).first('name');
  return row?.name ?? tenant;
}

/**
 * Keeps other transactions from changing the customer or its members until
 * this one ends, so that rules over all members hold.
 */
export async function lockCustomer(
  trx: TenantTransaction,
  slug: string,
): Promise<Pick<CustomerRow, 'tenant_id' | 'state'> | undefined> {
  return trx('customers')
    .where({ tenant_id: slug })
    .whereNot({ tenant_id: BUSINESS_TENANT })
    .forUpdate()
    .first('tenant_id', 'state');
}

/**
 * Locks like {@link lockCustomer}, and the business itself too, whose members
 * are the staff.
 */
export async function lockTenant(
  trx: TenantTransaction,
  tenant: string,
): Promise<Pick<CustomerRow, 'tenant_id' | 'name' | 'state'> | undefined> {
  return trx('customers')
    .where({ tenant_id: tenant })
    .forUpdate()
    .first('tenant_id', 'name', 'state');
}

export async function updateCustomerRow(
  trx: TenantTransaction,
  slug: string,
  changes: CustomerChanges,
): Promise<void> {
  await trx('customers')
    .where({ tenant_id: slug })
    .update({ ...changes, updated_at: trx.fn.now() });
}

export async function listCustomerPage(
  trx: TenantTransaction,
  filter: CustomerFilter,
): Promise<Page<Customer>> {
  const matching = (query: Knex.QueryBuilder) => {
    query.whereNot({ tenant_id: BUSINESS_TENANT });
    if (filter.state) query.where({ state: filter.state });
    if (filter.tier) query.where({ tier: filter.tier });
    if (filter.search) {
      const pattern = containing(filter.search);
      query.where(either =>
        either
          .whereILike('name', pattern)
          .orWhereILike('customers.tenant_id', pattern),
      );
    }
  };
  const [{ total }] = await trx('customers')
    .modify(matching)
    .count({ total: '*' });
  const direction = filter.sort.startsWith('-') ? 'desc' : 'asc';
  const rows = await customers(trx)
    .modify(matching)
    .orderByRaw(
      filter.sort.endsWith('name')
        ? `lower(name) ${direction}, tenant_id ${direction}`
        : `created_at ${direction}, tenant_id ${direction}`,
    )
    .offset(filter.offset)
    .limit(filter.limit);
  return { items: rows.map(toCustomer), total: Number(total) };
}

function customers(trx: TenantTransaction) {
  return trx<CustomerRow>('customers')
    .whereNot({ tenant_id: BUSINESS_TENANT })
    .select<CustomerRow[]>(
      'customers.*',
      trx.raw(
        `(select count(*)::integer from members
            where members.tenant_id = customers.tenant_id
              and members.removed_at is null) as member_count`,
      ),
    );
}

function toCustomer(row: CustomerRow): Customer {
  return {
    slug: row.tenant_id,
    name: row.name,
    tier: row.tier,
    state: row.state,
    requiresApproval: row.requires_approval,
    memberCount: row.member_count,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    ...(row.deactivated_reason !== null && {
      deactivatedReason: row.deactivated_reason,
    }),
    ...(row.deactivated_at !== null && {
      deactivatedAt: row.deactivated_at.toISOString(),
    }),
    ...(row.suspended_at !== null && {
      suspension: {
        since: row.suspended_at.toISOString(),
        reason: row.suspended_reason!,
        by: row.suspended_by!,
        byName: row.suspended_by_name ?? row.suspended_by!,
        sites: row.suspends_sites ? 'suspend' : 'keep',
      },
    }),
    ...(row.requires_approval && {
      approvalAskedBy: row.approval_is_own_choice ? 'customer' : 'business',
    }),
    ...(row.contact_email !== null && { contactEmail: row.contact_email }),
  };
}
