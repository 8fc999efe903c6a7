import { NotFoundError } from '@backstage/errors';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import { findMember } from '../database/membersStore';
import type { Member } from '../domain/types';

/** @throws NotFoundError */
export async function requireMember(
  trx: TenantTransaction,
  slug: string,
  name: string,
): Promise<Member> {
  const member = await findMember(trx, slug, name);
  if (!member) {
    throw new NotFoundError(`There is no member '${name}'`);
  }
  return member;
}
