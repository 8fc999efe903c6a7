import { ConflictError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { BUSINESS_TENANT, type Role } from '@freehold/plugin-tenancy-common';
import {
  unknownCustomer,
  whatDiffers,
  type Outbox,
  type TenantDatabase,
  type TenantDirectory,
  type TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import { hasTenant } from '../database/customersStore';
import {
  countMembersWithRole,
  listMemberPage,
  listPersonPage,
  markMemberRemoved,
  updateMemberRow,
  type MemberFilter,
} from '../database/membersStore';
import { assertCanSignIn } from '../domain/customerStates';
import { assertMayManage, refuseForeignRole } from '../domain/memberRules';
import type {
  Actor,
  AddedMember,
  Member,
  Page,
  PageRequest,
  PasswordLink,
  Person,
} from '../domain/types';
import { addMemberRow } from './addMemberRow';
import { notifyMemberJoined } from './notifyMemberJoined';
import type { PasswordLinks } from './PasswordLinks';
import { requireTenantLock } from './requireCustomer';
import { requireMember } from './requireMember';
import type { TenancyEvents } from './TenancyEvents';

/**
 * The rules of a customer's members, and of the staff, who are the members of
 * the business. Callers have been authorized before.
 */
export class MembersService {
  static create(options: {
    database: TenantDatabase;
    passwordLinks: PasswordLinks;
    events: TenancyEvents;
    directory: Pick<TenantDirectory, 'findMembersWithRoles'>;
    outbox: Pick<Outbox, 'put' | 'recordAudit'>;
  }): MembersService {
    return new MembersService(
      options.database,
      options.outbox,
      options.passwordLinks,
      options.events,
      options,
    );
  }

  private constructor(
    private readonly database: TenantDatabase,
    private readonly outbox: Pick<Outbox, 'recordAudit'>,
    private readonly passwordLinks: PasswordLinks,
    private readonly events: TenancyEvents,
    private readonly notices: {
      directory: Pick<TenantDirectory, 'findMembersWithRoles'>;
      outbox: Pick<Outbox, 'put'>;
    },
  ) {}

  async listAllMembers(page: PageRequest): Promise<Page<Person>> {
    return this.database.acrossTenants('list people for staff', trx =>
      listPersonPage(trx, page),
    );
  }

  /** @throws NotFoundError when there is no such customer */
  async listMembers(slug: string, filter: MemberFilter): Promise<Page<Member>> {
    return this.database.transaction(slug, async trx => {
      if (!(await hasTenant(trx, slug))) {
        throw unknownCustomer(slug);
      }
      return listMemberPage(trx, slug, filter);
    });
  }

  /**
   * @throws NotFoundError when there is no such customer
   * @throws InputError when the role is none of that tenant's
   * @throws NotAllowedError when an admin adds an owner
   * @throws ConflictError when a member has the address, or the customer is
   *   suspended or deactivated
   */
  async addMember(
    actor: Actor,
    slug: string,
    input: { email: string; displayName: string; role: Role },
  ): Promise<AddedMember> {
    refuseForeignRole(slug, input.role);
    assertMayManage(actor, [input.role]);
    const member = await this.database.transaction(slug, async trx => {
      await requireActive(trx, slug);
      const added = await addMemberRow(trx, slug, input);
      await this.record(trx, 'addMember', added, { after: stateOf(added) });
      await notifyMemberJoined(trx, { ...this.notices, member: added });
      return added;
    });
    await this.events.publish({ tenant: slug, member: member.name });
    // The member stays when no link could be made: another can be asked for.
    const passwordLink = await this.passwordLinks
      .createPasswordLink(member)
      .catch(() => undefined);
    return { member, passwordLink };
  }

  /**
   * @throws NotFoundError when there is no such customer or member
   * @throws InputError when the role is none of that tenant's
   * @throws NotAllowedError when an admin changes or makes an owner
   * @throws ConflictError when it would leave nobody to manage the others
   */
  async updateMember(
    actor: Actor,
    slug: string,
    name: string,
    changes: { displayName?: string; role?: Role },
  ): Promise<Member> {
    const member = await this.database.transaction(slug, async trx => {
      await requireTenantLock(trx, slug);
      const current = await requireMember(trx, slug, name);
      const role = changes.role ?? current.role;
      refuseForeignRole(slug, role);
      assertMayManage(actor, [current.role, role]);
      if (role !== current.role) {
        await keepAManager(trx, current);
      }
      await updateMemberRow(trx, slug, name, {
        display_name: changes.displayName?.trim(),
        role: changes.role,
      });
      const changed = await requireMember(trx, slug, name);
      await this.record(
        trx,
        'updateMember',
        changed,
        whatDiffers(stateOf(current), stateOf(changed)),
      );
      return changed;
    });
    await this.events.publish({ tenant: slug, member: name });
    return member;
  }

  /**
   * @throws NotFoundError when there is no such customer or member
   * @throws NotAllowedError when an admin removes an owner
   * @throws ConflictError when it would leave nobody to manage the others
   */
  async removeMember(actor: Actor, slug: string, name: string): Promise<void> {
    await this.database.transaction(slug, async trx => {
      await requireTenantLock(trx, slug);
      const member = await requireMember(trx, slug, name);
      assertMayManage(actor, [member.role]);
      await keepAManager(trx, member);
      await markMemberRemoved(trx, slug, name);
      await this.record(trx, 'removeMember', member, {
        before: stateOf(member),
      });
    });
    await this.events.publish({ tenant: slug, member: name });
  }

  /**
   * @throws NotFoundError when there is no such customer or member
   * @throws NotAllowedError when an admin asks for an owner's link
   * @throws ConflictError when the customer is suspended or deactivated
   * @throws ServiceUnavailableError when sign-in does not answer
   */
  async createPasswordLink(
    actor: Actor,
    slug: string,
    name: string,
  ): Promise<PasswordLink> {
    const member = await this.database.transaction(slug, async trx => {
      await requireActive(trx, slug);
      return requireMember(trx, slug, name);
    });
    assertMayManage(actor, [member.role]);
    const link = await this.passwordLinks.createPasswordLink(member);
    // Sign-in made the link, on behalf of this plugin: who asked is known here.
    await this.database.transaction(slug, trx =>
      this.record(trx, 'createPasswordLink', member, {}),
    );
    return link;
  }

  private async record(
    trx: TenantTransaction,
    action: string,
    member: Member,
    change: { before?: JsonObject; after?: JsonObject },
  ): Promise<void> {
    await this.outbox.recordAudit(trx, {
      tenant: member.customer,
      action,
      object: { kind: 'member', id: member.name, name: member.displayName },
      ...change,
    });
  }
}

/** What of a member is worth telling when it changes. */
function stateOf({ displayName, email, role }: Member) {
  return { displayName, email, role };
}

async function requireActive(
  trx: TenantTransaction,
  slug: string,
): Promise<void> {
  const { state } = await requireTenantLock(trx, slug);
  assertCanSignIn(slug, state);
}

/** Somebody has to be there who can let others in again. */
async function keepAManager(
  trx: TenantTransaction,
  leaving: Member,
): Promise<void> {
  const tenant = leaving.customer;
  const manager: Role = tenant === BUSINESS_TENANT ? 'operator' : 'owner';
  if (
    leaving.role === manager &&
    (await countMembersWithRole(trx, tenant, manager)) < 2
  ) {
    throw new ConflictError(
      tenant === BUSINESS_TENANT
        ? 'The business needs an operator; make somebody else an operator first'
        : 'A customer needs an owner; make somebody else an owner first',
    );
  }
}
