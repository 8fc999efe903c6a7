import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { ChainFault } from '../domain/ChainCheck';

/** What the last check of a tenant's trail found. */
export interface TrailCheck {
  tenant: string;
  checkedAt: Date;
  /** How many events the trail had. */
  events: number;
  fault?: ChainFault;
}

/** What the last checks of all trails found together. */
export interface TrailsSummary {
  tenants: number;
  events: number;
  /** When the trail was checked whose check is the oldest. */
  checkedAt?: Date;
}

export async function saveCheck(
  trx: TenantTransaction,
  check: TrailCheck,
): Promise<void> {
  await trx('audit_checks')
    .insert({
      tenant_id: check.tenant,
      checked_at: check.checkedAt,
      events: check.events,
      fault: check.fault ? JSON.stringify(check.fault) : null,
    })
    .onConflict('tenant_id')
    .merge();
}

export async function findCheck(
  trx: TenantTransaction,
  tenant: string,
): Promise<TrailCheck | undefined> {
  const row = await trx('audit_checks').where({ tenant_id: tenant }).first();
  return row && toCheck(row);
}

export async function listFaultyChecks(
  trx: TenantTransaction,
  limit: number,
): Promise<TrailCheck[]> {
  const rows = await trx('audit_checks')
    .whereNotNull('fault')
    .orderBy('tenant_id')
    .limit(limit);
  return rows.map(toCheck);
}

export async function summarizeChecks(
  trx: TenantTransaction,
): Promise<TrailsSummary> {
  const row = await trx('audit_checks')
    .first()
    .count({ tenants: '*' })
    .sum({ events: 'events' })
    .min({ checkedAt: 'checked_at' });
  return {
    tenants: Number(row?.tenants ?? 0),
    events: Number(row?.events ?? 0),
    checkedAt: row?.checkedAt ?? undefined,
  };
}

function toCheck(row: Record<string, any>): TrailCheck {
  return {
    tenant: row.tenant_id,
    checkedAt: row.checked_at,
    events: Number(row.events),
    ...(row.fault !== null && { fault: row.fault }),
  };
}
