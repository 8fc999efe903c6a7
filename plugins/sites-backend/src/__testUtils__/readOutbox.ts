import type {
  AuditMessage,
  Outbox,
  TenantDatabase,
} from '@freehold/plugin-tenancy-node';

/** What was put on the record and waits to be shipped, in its order. */
export async function readOutbox(
  database: TenantDatabase,
  outbox: Outbox,
): Promise<AuditMessage[]> {
  const rows = await database.acrossTenants('test', trx =>
    trx('outbox').orderBy('position').select('*'),
  );
  const messages = await Promise.all(rows.map(row => outbox.open(row)));
  return messages.filter(message => message.kind === 'audit');
}
