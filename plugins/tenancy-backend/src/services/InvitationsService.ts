import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Role } from '@freehold/plugin-tenancy-common';
import {
  createTenantSecret,
  type Outbox,
  type TenantDatabase,
  type TenantTransaction,
  unknownCustomer,
} from '@freehold/plugin-tenancy-node';
import { randomUUID } from 'node:crypto';
import { hasTenant } from '../database/customersStore';
import {
  countWaitingInvitations,
  findWaitingInvitation,
  insertInvitation,
  listInvitationPage,
  toInvitation,
  updateInvitationRow,
  type InvitationRow,
} from '../database/invitationsStore';
import { findMemberByEmail } from '../database/membersStore';
import {
  INVITATION_LIFETIME_MS,
  MOST_WAITING,
  RESEND_PAUSE_MS,
} from '../domain/invitationRules';
import { assertMayManage, refuseForeignRole } from '../domain/memberRules';
import type { Actor, Invitation, Page, PageRequest } from '../domain/types';
import type { InvitationMails } from './InvitationMails';
import { requireActiveTenant } from './requireCustomer';

interface InvitationsServiceOptions {
  database: TenantDatabase;
  outbox: Outbox;
  invitationMails: InvitationMails;
}

/**
 * Invitations as those who manage members see them. What an invited person
 * does is in InvitationAnswers. Callers have been authorized before.
 */
export class InvitationsService {
  static create(options: InvitationsServiceOptions): InvitationsService {
    return new InvitationsService(options);
  }

  private constructor(private readonly options: InvitationsServiceOptions) {}

  /**
   * Those that wait for their answer, expired ones too.
   *
   * @throws NotFoundError when there is no such customer
   */
  async listInvitations(
    tenant: string,
    page: PageRequest,
  ): Promise<Page<Invitation>> {
    return this.options.database.transaction(tenant, async trx => {
      if (!(await hasTenant(trx, tenant))) {
        throw unknownCustomer(tenant);
      }
      return listInvitationPage(trx, tenant, page);
    });
  }

  /**
   * @throws NotFoundError when there is no such customer
   * @throws InputError when the role is none of that tenant's
   * @throws NotAllowedError when an admin invites an owner
   * @throws ConflictError when a member has the address, an invitation waits
   *   for it, too many wait, or the customer is deactivated
   */
  async inviteMember(
    actor: Actor,
    tenant: string,
    input: { email: string; role: Role },
  ): Promise<Invitation> {
    refuseForeignRole(tenant, input.role);
    assertMayManage(actor, [input.role]);
    const { database, outbox, invitationMails } = this.options;
    return database.transaction(tenant, async trx => {
      await requireActiveTenant(trx, tenant);
      await makeRoomFor(trx, tenant, input.email);
      const { row, token } = newInvitation(actor, tenant, input);
      await insertInvitation(trx, row);
      await invitationMails.put(trx, row, token);
      await outbox.recordAudit(trx, {
        tenant,
        action: 'inviteMember',
        object: objectOf(row),
        after: { email: row.email, role: row.role },
      });
      return toInvitation(row, row.created_at);
    });
  }

  /**
   * Mails a new link, which lasts anew; the one before stops working.
   *
   * @throws NotFoundError when there is no such invitation, or it was answered
   * @throws NotAllowedError when an admin resends an owner's
   * @throws ConflictError when the last mail is less than a minute old, or the
   *   customer is deactivated
   */
  async resendInvitation(
    actor: Actor,
    tenant: string,
    id: string,
  ): Promise<Invitation> {
    const { database, outbox, invitationMails } = this.options;
    return database.transaction(tenant, async trx => {
      await requireActiveTenant(trx, tenant);
      const row = await requireWaiting(trx, tenant, id);
      assertMayManage(actor, [row.role]);
      const now = new Date();
      if (now.getTime() - row.sent_at.getTime() < RESEND_PAUSE_MS) {
        throw new ConflictError(
          'The last mail is less than a minute old; wait for it to arrive',
        );
      }
      const secret = createTenantSecret(tenant);
      const changes = {
        token_hash: secret.hash,
        sent_at: now,
        expires_at: new Date(now.getTime() + INVITATION_LIFETIME_MS),
      };
      await updateInvitationRow(trx, row, changes);
      const resent = { ...row, ...changes };
      await invitationMails.put(trx, resent, secret.text);
      await outbox.recordAudit(trx, {
        tenant,
        action: 'resendInvitation',
        object: objectOf(row),
        before: { expiresAt: row.expires_at.toISOString() },
        after: { expiresAt: resent.expires_at.toISOString() },
      });
      return toInvitation(resent, now);
    });
  }

  /**
   * @throws NotFoundError when there is no such invitation, or it was answered
   * @throws NotAllowedError when an admin revokes an owner's
   */
  async revokeInvitation(
    actor: Actor,
    tenant: string,
    id: string,
  ): Promise<void> {
    const { database, outbox } = this.options;
    await database.transaction(tenant, async trx => {
      const row = await requireWaiting(trx, tenant, id);
      assertMayManage(actor, [row.role]);
      await updateInvitationRow(trx, row, { revoked_at: new Date() });
      await outbox.recordAudit(trx, {
        tenant,
        action: 'revokeInvitation',
        object: objectOf(row),
        before: { email: row.email, role: row.role },
      });
    });
  }
}

function newInvitation(
  actor: Actor,
  tenant: string,
  { email, role }: { email: string; role: Role },
) {
  const now = new Date();
  const secret = createTenantSecret(tenant);
  const row = {
    tenant_id: tenant,
    invitation_id: `inv_${randomUUID()}`,
    email,
    role,
    token_hash: secret.hash,
    invited_by: actor.kind === 'service' ? null : actor.userEntityRef,
    inviter_name: actor.kind === 'service' ? null : actor.displayName,
    created_at: now,
    sent_at: now,
    expires_at: new Date(now.getTime() + INVITATION_LIFETIME_MS),
    accepted_at: null,
    member_name: null,
    revoked_at: null,
  };
  return { row, token: secret.text };
}

/** One invitation per address waits, and none for who is a member already. */
async function makeRoomFor(
  trx: TenantTransaction,
  tenant: string,
  email: string,
): Promise<void> {
  if (await findMemberByEmail(trx, tenant, email)) {
    throw new ConflictError(
      `There is a member with the address '${email}' already`,
    );
  }
  const waiting = await findWaitingInvitation(trx, tenant, { email });
  const now = new Date();
  if (waiting && waiting.expires_at > now) {
    throw new ConflictError(
      `'${email}' is invited already; resend or revoke that invitation`,
    );
  }
  if (waiting) {
    await updateInvitationRow(trx, waiting, { revoked_at: now });
  }
  if ((await countWaitingInvitations(trx, tenant)) >= MOST_WAITING) {
    throw new ConflictError(
      `${MOST_WAITING} invitations wait for their answer; revoke some first`,
    );
  }
}

async function requireWaiting(
  trx: TenantTransaction,
  tenant: string,
  id: string,
): Promise<InvitationRow> {
  const row = await findWaitingInvitation(trx, tenant, { id });
  if (!row) {
    throw new NotFoundError(`There is no invitation '${id}' to be answered`);
  }
  return row;
}

function objectOf(row: InvitationRow) {
  return { kind: 'invitation', id: row.invitation_id, name: row.email };
}
