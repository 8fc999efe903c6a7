import { ConflictError } from '@backstage/errors';
import {
  type Outbox,
  parseTenantSecret,
  type SecretHash,
  type TenantDatabase,
  type TenantDirectory,
  type TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import {
  findInvitationByToken,
  updateInvitationRow,
  type InvitationRow,
} from '../database/invitationsStore';
import { findMember } from '../database/membersStore';
import { linkUnusable } from '../domain/errors';
import type {
  InspectedInvitation,
  Member,
  PasswordLink,
} from '../domain/types';
import { addMemberRow } from './addMemberRow';
import type { InvitationMails } from './InvitationMails';
import { notifyMemberJoined } from './notifyMemberJoined';
import type { PasswordLinks } from './PasswordLinks';
import { requireActiveTenant } from './requireCustomer';
import type { TenancyEvents } from './TenancyEvents';

interface InvitationAnswersOptions {
  database: TenantDatabase;
  directory: Pick<TenantDirectory, 'findMembersWithRoles'>;
  events: TenancyEvents;
  invitationMails: InvitationMails;
  outbox: Outbox;
  passwordLinks: PasswordLinks;
}

/** What the holder of an invitation's link may know and do. */
export class InvitationAnswers {
  static create(options: InvitationAnswersOptions): InvitationAnswers {
    return new InvitationAnswers(options);
  }

  private constructor(private readonly options: InvitationAnswersOptions) {}

  /**
   * @throws NotFoundError when the token is none, or was replaced; only who
   *   holds a right one learns more
   */
  async inspectInvitation(token: string): Promise<InspectedInvitation> {
    const { tenant, hash } = parse(token);
    return this.options.database.transaction(tenant, async trx => {
      const row = await requireInvitation(trx, tenant, hash);
      return {
        state: stateOf(row, new Date()),
        tenantName: await this.options.invitationMails.nameTenant(trx, tenant),
        email: row.email,
        role: row.role,
        expiresAt: row.expires_at.toISOString(),
        ...(row.inviter_name && { inviterName: row.inviter_name }),
      };
    });
  }

  /**
   * Makes the holder a member and gives the link that sets the first password.
   * Asked again, it gives another such link until a password is set, so that
   * an answer that got lost locks nobody out.
   *
   * @throws NotFoundError when the invitation cannot be used
   * @throws ConflictError when the customer is deactivated, or somebody became
   *   a member with that address in the meantime
   * @throws ServiceUnavailableError when sign-in gives no link; ask again
   */
  async acceptInvitation(
    token: string,
    displayName: string,
  ): Promise<PasswordLink> {
    const { database, events, passwordLinks } = this.options;
    const { tenant, hash } = parse(token);
    const member = await database.transaction(tenant, async trx => {
      await requireInvitation(trx, tenant, hash);
      await requireActiveTenant(trx, tenant);
      // Again, since the lock may have been waited for.
      const row = await requireInvitation(trx, tenant, hash);
      return this.becomeMember(trx, row, displayName);
    });
    await events.publish({ tenant, member: member.name });
    return passwordLinks.createFirstPasswordLink(member).catch(error => {
      throw error instanceof ConflictError ? linkUnusable() : error;
    });
  }

  private async becomeMember(
    trx: TenantTransaction,
    row: InvitationRow,
    displayName: string,
  ): Promise<Member> {
    const now = new Date();
    if (row.revoked_at || row.expires_at <= now) {
      throw linkUnusable();
    }
    if (row.member_name) {
      return requireMember(trx, row.tenant_id, row.member_name);
    }
    const { email, role } = row;
    const member = await addMemberRow(trx, row.tenant_id, {
      email,
      role,
      displayName,
    });
    await updateInvitationRow(trx, row, {
      accepted_at: now,
      member_name: member.name,
    });
    await notifyMemberJoined(trx, { ...this.options, member });
    await this.options.outbox.recordAudit(trx, {
      tenant: row.tenant_id,
      action: 'acceptInvitation',
      object: { kind: 'member', id: member.name, name: member.displayName },
      actor: { ref: member.entityRef },
      after: { email, role, invitation: row.invitation_id },
    });
    return member;
  }
}

function parse(token: string): { tenant: string; hash: SecretHash } {
  const presented = parseTenantSecret(token);
  if (!presented) {
    throw linkUnusable();
  }
  return presented;
}

async function requireInvitation(
  trx: TenantTransaction,
  tenant: string,
  hash: SecretHash,
): Promise<InvitationRow> {
  const row = await findInvitationByToken(trx, tenant, hash);
  if (!row) {
    throw linkUnusable();
  }
  return row;
}

async function requireMember(
  trx: TenantTransaction,
  tenant: string,
  name: string,
): Promise<Member> {
  const member = await findMember(trx, tenant, name);
  if (!member) {
    throw linkUnusable();
  }
  return member;
}

function stateOf(row: InvitationRow, now: Date): InspectedInvitation['state'] {
  if (row.revoked_at) return 'revoked';
  if (row.accepted_at) return 'used';
  return row.expires_at > now ? 'open' : 'expired';
}
