import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { Page, PageRequest, Viewing } from '../domain/types';

interface ViewingRow {
  tenant_id: string;
  viewing_id: string;
  staff_ref: string;
  staff_display_name: string;
  reason: string;
  started_at: Date;
  expires_at: Date;
  ended_at: Date | null;
}

export async function insertViewing(
  trx: TenantTransaction,
  viewing: Omit<ViewingRow, 'ended_at'>,
): Promise<Viewing> {
  const [row] = await trx<ViewingRow>('viewings')
    .insert(viewing)
    .returning('*');
  return toViewing(row);
}

/**
 * Ends what one of the staff has open, at any customer; for the all-tenants
 * door.
 *
 * @returns those that had not ended by themselves
 */
export async function endViewingsOf(
  trx: TenantTransaction,
  staffRef: string,
): Promise<Viewing[]> {
  const rows = await trx<ViewingRow>('viewings')
    .where({ staff_ref: staffRef })
    .whereNull('ended_at')
    .update({ ended_at: trx.raw('least(now(), expires_at)') })
    .returning('*');
  return rows
    .filter(row => row.ended_at! < row.expires_at)
    .map(row => toViewing(row));
}

/** Newest first. */
export async function listViewingPage(
  trx: TenantTransaction,
  tenant: string,
  { offset, limit }: PageRequest,
): Promise<Page<Viewing>> {
  const ofTenant = () => trx<ViewingRow>('viewings').where('tenant_id', tenant);
  const [{ total }] = await ofTenant().count({ total: '*' });
  const rows = await ofTenant()
    .orderBy([{ column: 'started_at', order: 'desc' }, 'viewing_id'])
    .offset(offset)
    .limit(limit)
    .select<ViewingRow[]>('*');
  return { items: rows.map(toViewing), total: Number(total) };
}

function toViewing(row: ViewingRow): Viewing {
  return {
    viewingId: row.viewing_id,
    customer: row.tenant_id,
    viewerName: row.staff_display_name,
    reason: row.reason,
    startedAt: row.started_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    ...(row.ended_at && { endedAt: row.ended_at.toISOString() }),
    isActive: !row.ended_at && row.expires_at > new Date(),
  };
}
