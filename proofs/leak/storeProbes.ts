import type pg from 'pg';
import {
  type Database,
  type TenantTable,
  enterDoor,
} from '../portal/Database.ts';

/**
 * What the second wall must withstand by itself: every table with tenants,
 * looked at through the onlooker's own door and through no door at all.
 *
 * @param weaken - takes the wall down within the transaction that looks, to
 *   prove that the probe would notice
 * @returns one line for each table that shows or takes what it must not
 */
export async function probeStore(
  database: Database,
  tenant: string,
  weaken?: (client: pg.ClientBase, table: TenantTable) => Promise<void>,
): Promise<string[]> {
  const findings: string[] = [];
  for (const table of await database.tenantTables()) {
    for (const door of [{ role: 'freehold_tenant', tenant }, {}]) {
      const finding = await lookThrough(database, table, door, weaken);
      if (finding) {
        findings.push(`${table.schema}.${table.table} ${finding}`);
      }
    }
  }
  return findings;
}

async function lookThrough(
  database: Database,
  table: TenantTable,
  door: { role?: string; tenant?: string },
  weaken?: (client: pg.ClientBase, table: TenantTable) => Promise<void>,
): Promise<string | undefined> {
  const client = await database.pool.connect();
  const name = quoted(table);
  try {
    await client.query('begin');
    await weaken?.(client, table);
    await enterDoor(client, door);
    const { rows } = await client.query(
      `select count(*)::int as rows from ${name} where tenant_id is distinct from $1`,
      [door.tenant ?? null],
    );
    if (rows[0].rows > 0) {
      return `shows ${rows[0].rows} rows of others ${door.role ? `to ${door.role}` : 'to the owner'}`;
    }
    const changed = await client.query(
      `update ${name} set tenant_id = tenant_id where tenant_id is distinct from $1`,
      [door.tenant ?? null],
    );
    return changed.rowCount ? 'lets rows of others be changed' : undefined;
  } catch (error) {
    if ((error as pg.DatabaseError).code === INSUFFICIENT_PRIVILEGE) {
      return undefined;
    }
    throw error;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** No grant at all is the tightest wall. */
const INSUFFICIENT_PRIVILEGE = '42501';

/** Row security off for one table, until the transaction is rolled back. */
export async function withoutRowSecurity(
  client: pg.ClientBase,
  table: TenantTable,
): Promise<void> {
  await client.query(
    `alter table ${quoted(table)} disable row level security, no force row level security`,
  );
}

/** A policy that lets everything through beside the right one. */
export async function withOpenPolicy(
  client: pg.ClientBase,
  table: TenantTable,
): Promise<void> {
  await client.query(
    `create policy proof_open on ${quoted(table)} using (true) with check (true)`,
  );
}

/**
 * A fingerprint of every row a customer has, by table, to see whether calls
 * changed one. Columns that change by themselves are left out.
 */
export async function fingerprint(
  database: Database,
  tenant: string,
): Promise<Map<string, string>> {
  return fingerprintRows(database, 'tenant_id = $2', [tenant]);
}

/** The same for the rows of every customer, and of the business. */
export async function fingerprintAll(
  database: Database,
): Promise<Map<string, string>> {
  const prints = await fingerprintRows(database, 'true', []);
  // Staff's own attempts are on record.
  return new Map([...prints].filter(([table]) => !/"audit_/.test(table)));
}

async function fingerprintRows(
  database: Database,
  condition: string,
  values: string[],
): Promise<Map<string, string>> {
  const prints = new Map<string, string>();
  for (const table of await database.tenantTables()) {
    if (recordsOfItsOwn.includes(table.table)) {
      continue;
    }
    const [{ print }] = await database.acrossTenants<{ print: string }>(
      `select md5(coalesce(string_agg(line, '|' order by line), '')) as print
         from (select (to_jsonb(t) - $1::text[])::text as line
                 from ${quoted(table)} t
                 where ${condition} and ${IS_NOT_OVER}) lines`,
      [restlessColumns, ...values],
    );
    prints.set(quoted(table), print);
  }
  return prints;
}

/** What is over is cleared away by the portal, an hour or a minute later. */
const IS_NOT_OVER =
  "coalesce((to_jsonb(t) ->> 'expires_at')::timestamptz > now(), true)";

/**
 * What people tried, refused or not, what the portal checks by itself, and
 * tokens, which go with their sessions.
 */
const recordsOfItsOwn = ['outbox', 'audit_checks', 'local_session_tokens'];

/** Columns that change without anybody's call: health checks, last uses. */
const restlessColumns = [
  'health',
  'health_checked_at',
  'last_used_at',
  'heartbeat_at',
];

function quoted({ schema, table }: TenantTable): string {
  return `"${schema}"."${table}"`;
}
