import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { Knex } from 'knex';
import type { Mail, MailState, Page, PageRequest } from '../domain/types';
import { containing } from './containing';

export interface MailFilter extends PageRequest {
  search?: string;
  state?: MailState;
}

export interface MailKey {
  tenant: string;
  id: string;
}

export interface MailRow {
  tenant_id: string;
  mail_id: string;
  recipient_email: string;
  recipient_name: string | null;
  template: string;
  subject: string;
  sealed_parameters: Buffer | null;
  state: MailState;
  attempts: number;
  next_attempt_at: Date;
  give_up_at: Date;
  last_problem: string | null;
  created_at: Date;
  sent_at: Date | null;
}

/** Inserts a mail; does nothing when it came before. */
export async function insertMail(
  trx: TenantTransaction,
  row: Omit<MailRow, 'attempts' | 'sent_at'>,
): Promise<void> {
  await trx('mails').insert(row).onConflict(['tenant_id', 'mail_id']).ignore();
}

export async function findMailRow(
  trx: TenantTransaction,
  key: MailKey,
): Promise<MailRow | undefined> {
  return trx<MailRow>('mails').where(where(key)).first();
}

/**
 * Takes mails that are due, which nobody else takes until `leaseUntil`: should
 * this process die, they are due again then.
 */
export async function takeDueMails(
  trx: TenantTransaction,
  options: { now: Date; leaseUntil: Date; limit: number },
): Promise<MailRow[]> {
  const due = await trx<MailRow>('mails')
    .where({ state: 'queued' })
    .where('next_attempt_at', '<=', options.now)
    .orderBy('next_attempt_at')
    .limit(options.limit)
    .forUpdate()
    .skipLocked()
    .select('tenant_id', 'mail_id');
  return trx<MailRow>('mails')
    .whereIn(
      ['tenant_id', 'mail_id'],
      due.map(row => [row.tenant_id, row.mail_id]),
    )
    .update({
      attempts: trx.raw('attempts + 1') as unknown as number,
      next_attempt_at: options.leaseUntil,
    })
    .returning('*');
}

export async function updateMailRow(
  trx: TenantTransaction,
  key: MailKey,
  changes: Partial<MailRow>,
): Promise<void> {
  await trx('mails').where(where(key)).update(changes);
}

/** Newest first. */
export async function listMailPage(
  trx: TenantTransaction,
  filter: MailFilter,
): Promise<Page<Mail>> {
  const matching = (query: Knex.QueryBuilder) => {
    if (filter.state) query.where({ state: filter.state });
    if (filter.search) {
      const pattern = containing(filter.search);
      query.where(either =>
        either
          .whereILike('recipient_email', pattern)
          .orWhereILike('subject', pattern)
          .orWhereILike('tenant_id', pattern),
      );
    }
  };
  const [{ total }] = await trx('mails').modify(matching).count({ total: '*' });
  const rows = await trx<MailRow>('mails')
    .modify(matching)
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'tenant_id' },
      { column: 'mail_id' },
    ])
    .offset(filter.offset)
    .limit(filter.limit)
    .select<MailRow[]>('*');
  return { items: rows.map(toMail), total: Number(total) };
}

/** Mails whose parameters do not begin as those of the present key do. */
export async function listOutdatedMails(
  trx: TenantTransaction,
  presentPrefix: Buffer,
  limit: number,
): Promise<(MailKey & { sealed: Buffer })[]> {
  const rows = await trx<MailRow>('mails')
    .whereRaw('substring(sealed_parameters from 1 for ?) <> ?', [
      presentPrefix.length,
      presentPrefix,
    ])
    .limit(limit)
    .select<MailRow[]>('tenant_id', 'mail_id', 'sealed_parameters');
  return rows.map(row => ({
    tenant: row.tenant_id,
    id: row.mail_id,
    sealed: row.sealed_parameters!,
  }));
}

/** Does nothing when the mail went out meanwhile. */
export async function replaceSealedParameters(
  trx: TenantTransaction,
  key: MailKey,
  from: Buffer,
  to: Buffer,
): Promise<void> {
  await trx('mails')
    .where({ ...where(key), sealed_parameters: from })
    .update({ sealed_parameters: to });
}

export async function deleteMailsBefore(
  trx: TenantTransaction,
  before: Date,
): Promise<void> {
  await trx('mails').where('created_at', '<', before).delete();
}

export function toMail(row: MailRow): Mail {
  return {
    tenant: row.tenant_id,
    id: row.mail_id,
    recipient: {
      email: row.recipient_email,
      ...(row.recipient_name && { name: row.recipient_name }),
    },
    template: row.template,
    subject: row.subject,
    state: row.state,
    attempts: row.attempts,
    createdAt: row.created_at.toISOString(),
    ...(row.state === 'queued' && {
      nextAttemptAt: row.next_attempt_at.toISOString(),
    }),
    ...(row.last_problem && { lastProblem: row.last_problem }),
    ...(row.sent_at && { sentAt: row.sent_at.toISOString() }),
  };
}

function where({ tenant, id }: MailKey) {
  return { tenant_id: tenant, mail_id: id };
}
