import { ConflictError } from '@backstage/errors';
import {
  type Outbox,
  parseTenantSecret,
  type SecretHash,
  type TenantDatabase,
  type TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import {
  deleteEmailChange,
  findEmailChangeByToken,
  updateEmailChange,
  type EmailChangeRow,
} from '../database/emailChangesStore';
import {
  findMember,
  findMemberByEmail,
  updateMemberRow,
} from '../database/membersStore';
import { linkUnusable } from '../domain/errors';
import type { InspectedEmailChange, Member } from '../domain/types';
import type { EmailChangeMails } from './EmailChangeMails';
import { requireActiveTenant } from './requireCustomer';
import type { TenancyEvents } from './TenancyEvents';

interface EmailChangeAnswersOptions {
  database: TenantDatabase;
  emailChangeMails: EmailChangeMails;
  events: TenancyEvents;
  outbox: Outbox;
}

type Side = InspectedEmailChange['side'];

interface FoundChange {
  row: EmailChangeRow;
  side: Side;
  member: Member;
}

/** What the holder of a confirmation link may know and do. */
export class EmailChangeAnswers {
  static create(options: EmailChangeAnswersOptions): EmailChangeAnswers {
    return new EmailChangeAnswers(options);
  }

  private constructor(private readonly options: EmailChangeAnswersOptions) {}

  /** @throws NotFoundError when the link cannot be used */
  async inspectEmailChange(token: string): Promise<InspectedEmailChange> {
    const { tenant, hash } = parse(token);
    return this.options.database.transaction(tenant, async trx => {
      const { row, side, member } = await requireChange(trx, tenant, hash);
      return {
        side,
        tenantName: await this.options.emailChangeMails.nameTenant(trx, tenant),
        memberName: member.displayName,
        newEmail: row.new_email,
        isConfirmed: isConfirmed(row, side),
        expiresAt: row.expires_at.toISOString(),
      };
    });
  }

  /**
   * @returns whether both addresses have confirmed, and the change took effect
   * @throws NotFoundError when the link cannot be used
   * @throws ConflictError when a member has got the new address meanwhile, or
   *   the customer is deactivated
   */
  async confirmEmailChange(token: string): Promise<{ isDone: boolean }> {
    const { tenant, hash } = parse(token);
    const done = await this.options.database.transaction(tenant, async trx => {
      const found = await this.lockChange(trx, tenant, hash);
      const now = new Date();
      const row = { ...found.row, ...confirmation(found.side, now) };
      if (row.old_confirmed_at && row.new_confirmed_at) {
        await this.takeEffect(trx, { ...found, row }, now);
        return found.member;
      }
      await updateEmailChange(trx, row, confirmation(found.side, now));
      return undefined;
    });
    if (done) {
      await this.options.events.publish({ tenant, member: done.name });
    }
    return { isDone: done !== undefined };
  }

  /** @throws NotFoundError when the link cannot be used */
  async refuseEmailChange(token: string): Promise<void> {
    const { tenant, hash } = parse(token);
    await this.options.database.transaction(tenant, async trx => {
      const { row, side, member } = await this.lockChange(trx, tenant, hash);
      await deleteEmailChange(trx, tenant, row.member_name);
      await this.options.outbox.recordAudit(trx, {
        tenant,
        action: 'refuseEmailChange',
        object: { kind: 'member', id: member.name, name: member.displayName },
        actor: {},
        reason: `Refused by the ${side} address`,
      });
    });
  }

  private async lockChange(
    trx: TenantTransaction,
    tenant: string,
    hash: SecretHash,
  ): Promise<FoundChange> {
    await requireChange(trx, tenant, hash);
    await requireActiveTenant(trx, tenant);
    // Again, since the lock may have been waited for.
    return requireChange(trx, tenant, hash);
  }

  private async takeEffect(
    trx: TenantTransaction,
    { row, member }: FoundChange,
    now: Date,
  ): Promise<void> {
    const { emailChangeMails, outbox } = this.options;
    const tenant = row.tenant_id;
    if (await findMemberByEmail(trx, tenant, row.new_email)) {
      throw new ConflictError('This address cannot be used any more');
    }
    await updateMemberRow(trx, tenant, member.name, { email: row.new_email });
    await deleteEmailChange(trx, tenant, member.name);
    await emailChangeMails.putResult(trx, row, now);
    await outbox.recordAudit(trx, {
      tenant,
      action: 'confirmEmailChange',
      object: { kind: 'member', id: member.name, name: member.displayName },
      actor: { ref: member.entityRef },
      before: { email: row.old_email },
      after: { email: row.new_email },
    });
  }
}

function parse(token: string): { tenant: string; hash: SecretHash } {
  const presented = parseTenantSecret(token);
  if (!presented) {
    throw linkUnusable();
  }
  return presented;
}

async function requireChange(
  trx: TenantTransaction,
  tenant: string,
  hash: SecretHash,
): Promise<FoundChange> {
  const row = await findEmailChangeByToken(trx, tenant, hash, new Date());
  const member = row && (await findMember(trx, tenant, row.member_name));
  if (!member) {
    throw linkUnusable();
  }
  return { row, side: row.old_token_hash === hash ? 'old' : 'new', member };
}

function confirmation(side: Side, now: Date): Partial<EmailChangeRow> {
  return side === 'old' ? { old_confirmed_at: now } : { new_confirmed_at: now };
}

function isConfirmed(row: EmailChangeRow, side: Side): boolean {
  return (
    (side === 'old' ? row.old_confirmed_at : row.new_confirmed_at) !== null
  );
}
