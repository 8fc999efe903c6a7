import type { Role } from '@freehold/plugin-tenancy-common';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { Knex } from 'knex';
import type { Member, Page, PageRequest, Person } from '../domain/types';
import { containing } from './containing';

export interface MemberFilter extends PageRequest {
  search?: string;
}

interface MemberRow {
  tenant_id: string;
  member_name: string;
  email: string;
  display_name: string;
  role: Role;
  removed_at: Date | null;
  created_at: Date;
}

/** More names than these help nobody. */
const NAMES_TOLD = 20;

/** Inserts a member; false when their name or address is taken. */
export async function insertMember(
  trx: TenantTransaction,
  member: Omit<MemberRow, 'removed_at' | 'created_at'>,
): Promise<boolean> {
  const inserted = await trx('members')
    .insert(member)
    .onConflict()
    .ignore()
    .returning('member_name');
  return inserted.length > 0;
}

/** All names the tenant ever gave away that begin with `base`. */
export async function findTakenNames(
  trx: TenantTransaction,
  tenant: string,
  base: string,
): Promise<Set<string>> {
  const names: string[] = await trx('members')
    .where({ tenant_id: tenant })
    .whereLike('member_name', `${base}%`)
    .pluck('member_name');
  return new Set(names);
}

/** A member who was not removed. */
export async function findMember(
  trx: TenantTransaction,
  tenant: string,
  name: string,
): Promise<Member | undefined> {
  const row = await trx<MemberRow>('members')
    .where({ tenant_id: tenant, member_name: name })
    .whereNull('removed_at')
    .first();
  return row && toMember(row);
}

/** A member who was not removed, by an address in any case of letters. */
export async function findMemberByEmail(
  trx: TenantTransaction,
  tenant: string,
  email: string,
): Promise<Member | undefined> {
  const row = await trx<MemberRow>('members')
    .where({ tenant_id: tenant })
    .whereRaw('lower(email) = lower(?)', [email])
    .whereNull('removed_at')
    .first();
  return row && toMember(row);
}

export async function countMembersWithRole(
  trx: TenantTransaction,
  tenant: string,
  role: Role,
): Promise<number> {
  const [{ members }] = await trx('members')
    .where({ tenant_id: tenant, role })
    .whereNull('removed_at')
    .count({ members: '*' });
  return Number(members);
}

/** Display names of the members in these roles, in the order of names. */
export async function listNamesByRole(
  trx: TenantTransaction,
  tenant: string,
  roles: readonly Role[],
): Promise<string[]> {
  return trx('members')
    .where({ tenant_id: tenant })
    .whereIn('role', roles)
    .whereNull('removed_at')
    .orderByRaw('lower(display_name), member_name')
    .limit(NAMES_TOLD)
    .pluck('display_name');
}

export async function updateMemberRow(
  trx: TenantTransaction,
  tenant: string,
  name: string,
  changes: { display_name?: string; role?: Role; email?: string },
): Promise<void> {
  await trx('members')
    .where({ tenant_id: tenant, member_name: name })
    .update({ ...changes, updated_at: trx.fn.now() });
}

export async function markMemberRemoved(
  trx: TenantTransaction,
  tenant: string,
  name: string,
): Promise<void> {
  await trx('members')
    .where({ tenant_id: tenant, member_name: name })
    .update({ removed_at: trx.fn.now(), updated_at: trx.fn.now() });
}

export async function listMemberPage(
  trx: TenantTransaction,
  tenant: string,
  filter: MemberFilter,
): Promise<Page<Member>> {
  const matching = (query: Knex.QueryBuilder) => {
    query.where({ tenant_id: tenant }).whereNull('removed_at');
    if (filter.search) {
      const pattern = containing(filter.search);
      query.where(either =>
        either
          .whereILike('display_name', pattern)
          .orWhereILike('email', pattern)
          .orWhereILike('member_name', pattern),
      );
    }
  };
  const [{ total }] = await trx('members')
    .modify(matching)
    .count({ total: '*' });
  const rows = await trx<MemberRow>('members')
    .modify(matching)
    .orderByRaw('lower(display_name), member_name')
    .offset(filter.offset)
    .limit(filter.limit)
    .select<MemberRow[]>('*');
  return { items: rows.map(toMember), total: Number(total) };
}

/** Oldest first, so that people who come while one pages go to the end. */
export async function listPersonPage(
  trx: TenantTransaction,
  { offset, limit }: PageRequest,
): Promise<Page<Person>> {
  const present = () => trx<MemberRow>('members').whereNull('removed_at');
  const [{ total }] = await present().count({ total: '*' });
  const rows = await present()
    .orderBy(['created_at', 'tenant_id', 'member_name'])
    .offset(offset)
    .limit(limit)
    .select<MemberRow[]>('*');
  return { items: rows.map(toPerson), total: Number(total) };
}

function toPerson(row: MemberRow): Person {
  return {
    tenant: row.tenant_id,
    name: row.member_name,
    email: row.email,
    displayName: row.display_name,
    role: row.role,
    entityRef: `user:${row.tenant_id}/${row.member_name}`,
  };
}

function toMember(row: MemberRow): Member {
  return {
    customer: row.tenant_id,
    name: row.member_name,
    email: row.email,
    displayName: row.display_name,
    role: row.role,
    entityRef: `user:${row.tenant_id}/${row.member_name}`,
    createdAt: row.created_at.toISOString(),
  };
}
