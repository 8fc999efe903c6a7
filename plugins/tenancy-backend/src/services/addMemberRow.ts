import { ConflictError } from '@backstage/errors';
import type { Role } from '@freehold/plugin-tenancy-common';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import {
  findMember,
  findTakenNames,
  insertMember,
} from '../database/membersStore';
import { firstFreeName, memberNameFrom } from '../domain/memberNames';
import type { Member } from '../domain/types';

export interface NewMember {
  email: string;
  displayName: string;
  role: Role;
}

/**
 * Adds a member under a name nobody of the tenant ever had, so that nothing
 * issued to an earlier member opens for this one. The caller holds the
 * customer's lock.
 *
 * @throws ConflictError when a member has the address already
 */
export async function addMemberRow(
  trx: TenantTransaction,
  tenant: string,
  member: NewMember,
): Promise<Member> {
  const base = memberNameFrom(member.email);
  const name = firstFreeName(base, await findTakenNames(trx, tenant, base));
  const isNew = await insertMember(trx, {
    tenant_id: tenant,
    member_name: name,
    email: member.email,
    display_name: member.displayName.trim(),
    role: member.role,
  });
  const added = isNew && (await findMember(trx, tenant, name));
  if (!added) {
    throw new ConflictError(
      `There is a member with the address '${member.email}' already`,
    );
  }
  return added;
}
