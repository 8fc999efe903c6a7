import { ConflictError, NotAllowedError } from '@backstage/errors';
import type { Outbox, TenantDatabase } from '@freehold/plugin-tenancy-node';
import { updateMemberRow } from '../database/membersStore';
import type { Actor, Member } from '../domain/types';
import { requireLock } from './requireCustomer';
import { requireMember } from './requireMember';
import type { TenancyEvents } from './TenancyEvents';

/** Passes ownership on. Callers have been authorized before. */
export class OwnershipService {
  static create(options: {
    database: TenantDatabase;
    events: TenancyEvents;
    outbox: Outbox;
  }): OwnershipService {
    return new OwnershipService(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof OwnershipService.create>[0],
  ) {}

  /**
   * Makes another member owner and the caller admin, both or neither, so that
   * the customer has an owner at all times.
   *
   * @param to - name of the other member
   * @throws NotFoundError when there is no such customer or member
   * @throws NotAllowedError unless the caller is one of its owners by now
   * @throws ConflictError when the other member is the caller or an owner
   */
  async handOverOwnership(
    actor: Actor,
    slug: string,
    to: string,
  ): Promise<Member> {
    const { database, outbox, events } = this.deps;
    if (actor.kind !== 'member' || actor.tenant !== slug) {
      throw onlyOwners();
    }
    const owner = await database.transaction(slug, async trx => {
      await requireLock(trx, slug);
      const giver = await requireMember(trx, slug, actor.member);
      // Read again behind the lock: they may have handed over just now.
      if (giver.role !== 'owner') {
        throw onlyOwners();
      }
      const taker = await requireMember(trx, slug, to);
      if (taker.role === 'owner') {
        throw new ConflictError(
          taker.name === giver.name
            ? 'You are an owner already; choose another member'
            : `${taker.displayName} is an owner already; to step down, change your own role`,
        );
      }
      await updateMemberRow(trx, slug, taker.name, { role: 'owner' });
      await updateMemberRow(trx, slug, giver.name, { role: 'admin' });
      await outbox.recordAudit(trx, {
        tenant: slug,
        action: 'handOverOwnership',
        object: { kind: 'member', id: taker.name, name: taker.displayName },
        before: { [giver.name]: giver.role, [taker.name]: taker.role },
        after: { [giver.name]: 'admin', [taker.name]: 'owner' },
      });
      return requireMember(trx, slug, taker.name);
    });
    await events.publish(
      { tenant: slug, member: owner.name },
      { tenant: slug, member: actor.member },
    );
    return owner;
  }
}

function onlyOwners(): NotAllowedError {
  return new NotAllowedError(
    'Only an owner can hand over ownership. Ask one of them.',
  );
}
