import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  createTenantSecret,
  type Membership,
  type Outbox,
  type TenantDatabase,
} from '@freehold/plugin-tenancy-node';
import {
  deleteEmailChange,
  findEmailChange,
  replaceEmailChange,
  toEmailChange,
  type EmailChangeRow,
} from '../database/emailChangesStore';
import { findMember, findMemberByEmail } from '../database/membersStore';
import type { EmailChange } from '../domain/types';
import type { EmailChangeMails } from './EmailChangeMails';
import type { PasswordChecks } from './PasswordChecks';
import { requireActiveTenant } from './requireCustomer';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

interface EmailChangesServiceOptions {
  database: TenantDatabase;
  emailChangeMails: EmailChangeMails;
  outbox: Outbox;
  passwordChecks: PasswordChecks;
}

/**
 * Changes of addresses as members ask for them. What the two addresses answer
 * is in EmailChangeAnswers.
 */
export class EmailChangesService {
  static create(options: EmailChangesServiceOptions): EmailChangesService {
    return new EmailChangesService(options);
  }

  private constructor(private readonly options: EmailChangesServiceOptions) {}

  /** The change of a member that waits, if one does. */
  async getEmailChange(member: Membership): Promise<{ pending?: EmailChange }> {
    const row = await this.options.database.transaction(member.tenant, trx =>
      findEmailChange(trx, member.tenant, member.member),
    );
    return row && row.expires_at > new Date()
      ? { pending: toEmailChange(row) }
      : {};
  }

  /**
   * Mails both addresses. Where a member has the new one already, it is told
   * so, and whoever asks is told nothing.
   *
   * @param address - network address of the member
   * @throws InputError when the password is wrong, or nothing would change
   * @throws ConflictError when the last mails are less than a minute old
   * @throws LimitReachedError after too many wrong passwords
   * @throws ServiceUnavailableError when sign-in does not answer
   */
  async changeEmail(
    asker: Membership,
    input: { newEmail: string; password: string },
    address: string,
  ): Promise<EmailChange> {
    const { database, emailChangeMails, outbox, passwordChecks } = this.options;
    const { tenant, member: name } = asker;
    await passwordChecks.requirePassword(asker, input.password, address);
    return database.transaction(tenant, async trx => {
      await requireActiveTenant(trx, tenant);
      const member = await findMember(trx, tenant, name);
      if (!member) {
        throw new NotFoundError(`There is no member '${name}'`);
      }
      if (isSameAddress(member.email, input.newEmail)) {
        throw new InputError('This is your e-mail address already');
      }
      const now = new Date();
      refuseHaste(await findEmailChange(trx, tenant, name), now);
      const { row, tokens } = newChange(asker, member.email, input, now);
      const isTaken = await findMemberByEmail(trx, tenant, input.newEmail);
      await replaceEmailChange(trx, row);
      await emailChangeMails.putConfirmations(trx, row, {
        memberName: member.displayName,
        oldToken: tokens.old,
        newToken: isTaken ? undefined : tokens.new,
      });
      await outbox.recordAudit(trx, {
        tenant,
        action: 'changeEmail',
        object: { kind: 'member', id: name, name: member.displayName },
        before: { email: member.email },
        after: { email: input.newEmail },
        reason: 'Waits for both addresses to confirm',
      });
      return toEmailChange(row);
    });
  }

  /** Gives up the member's change, if one waits. */
  async cancelEmailChange({
    tenant,
    member,
    displayName,
  }: Membership): Promise<void> {
    const { database, outbox } = this.options;
    await database.transaction(tenant, async trx => {
      if (await deleteEmailChange(trx, tenant, member)) {
        await outbox.recordAudit(trx, {
          tenant,
          action: 'cancelEmailChange',
          object: { kind: 'member', id: member, name: displayName },
        });
      }
    });
  }
}

function refuseHaste(last: EmailChangeRow | undefined, now: Date): void {
  if (last && now.getTime() - last.created_at.getTime() < MINUTE_MS) {
    throw new ConflictError(
      'The last mails are less than a minute old; wait for them to arrive',
    );
  }
}

function newChange(
  { tenant, member }: Membership,
  oldEmail: string,
  { newEmail }: { newEmail: string },
  now: Date,
) {
  const oldSecret = createTenantSecret(tenant);
  const newSecret = createTenantSecret(tenant);
  const row: EmailChangeRow = {
    tenant_id: tenant,
    member_name: member,
    old_email: oldEmail,
    new_email: newEmail,
    old_token_hash: oldSecret.hash,
    new_token_hash: newSecret.hash,
    old_confirmed_at: null,
    new_confirmed_at: null,
    created_at: now,
    expires_at: new Date(now.getTime() + DAY_MS),
  };
  return { row, tokens: { old: oldSecret.text, new: newSecret.text } };
}

function isSameAddress(one: string, other: string): boolean {
  return one.toLocaleLowerCase('en-US') === other.toLocaleLowerCase('en-US');
}
