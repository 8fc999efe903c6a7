import type {
  CipherContext,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';

/** What is known of a state without opening it. */
export interface StateVersion {
  /** Counts from 1 per site. */
  version: number;
  /** Terraform's own count. */
  serial: number;
  lineage: string;
  /** SHA-256 of the plain state, hex. */
  sha256: string;
  /** The deployment whose run made it; absent when a person did. */
  deploymentId?: string;
  /** The version a person made it of. */
  restoredFrom?: number;
  /** Entity ref of who did. */
  restoredBy?: string;
  /** Of the plain state; absent when it was kept before that was known. */
  bytes?: number;
  resourceCount?: number;
}

export interface StoredState extends StateVersion {
  ciphertext: Buffer;
}

export interface StateLock {
  lockId: string;
  /** What Terraform sent; shown to whoever meets the lock. */
  info: Record<string, unknown>;
  deploymentId: string;
}

const VERSION_COLUMNS = [
  'version',
  'serial',
  'lineage',
  'sha256',
  'deployment_id',
  'restored_from',
  'restored_by',
  'bytes',
  'resource_count',
  'created_at',
];

/** Where the ciphertext of a version belongs. */
export function stateContext(state: {
  tenant: string;
  siteId: string;
  version: number;
}): CipherContext {
  return {
    tenant: state.tenant,
    table: 'terraform_states',
    row: `${state.siteId}/${state.version}`,
    field: 'ciphertext',
  };
}

/** Versions of Terraform states, and their locks. */
export class StatesStore {
  /** The newest version, if the site has a state. */
  async findLatest(
    trx: TenantTransaction,
    tenant: string,
    siteId: string,
  ): Promise<StoredState | undefined> {
    const row = await trx('terraform_states')
      .where({ tenant_id: tenant, site_id: siteId })
      .orderBy('version', 'desc')
      .first();
    return row && { ...toVersion(row), ciphertext: row.ciphertext };
  }

  /** Like {@link findLatest}, without the state itself. */
  async describeLatest(
    trx: TenantTransaction,
    tenant: string,
    siteId: string,
  ): Promise<StateVersion | undefined> {
    const row = await trx('terraform_states')
      .where({ tenant_id: tenant, site_id: siteId })
      .orderBy('version', 'desc')
      .first(VERSION_COLUMNS);
    return row && toVersion(row);
  }

  /** One version, if it is kept. */
  async findVersion(
    trx: TenantTransaction,
    tenant: string,
    siteId: string,
    version: number,
  ): Promise<StoredState | undefined> {
    const row = await trx('terraform_states')
      .where({ tenant_id: tenant, site_id: siteId, version })
      .first();
    return row && { ...toVersion(row), ciphertext: row.ciphertext };
  }

  /** Newest first, and how many there are in all. */
  async list(
    trx: TenantTransaction,
    tenant: string,
    siteId: string,
    page: { offset: number; limit: number },
  ): Promise<{ items: (StateVersion & { createdAt: Date })[]; total: number }> {
    const ofSite = { tenant_id: tenant, site_id: siteId };
    const [{ count }] = await trx('terraform_states').where(ofSite).count();
    const rows = await trx('terraform_states')
      .where(ofSite)
      .orderBy('version', 'desc')
      .offset(page.offset)
      .limit(page.limit)
      .select(VERSION_COLUMNS);
    return {
      items: rows.map(row => ({
        ...toVersion(row),
        createdAt: row.created_at,
      })),
      total: Number(count),
    };
  }

  async append(
    trx: TenantTransaction,
    tenant: string,
    siteId: string,
    state: StoredState,
  ): Promise<{ createdAt: Date }> {
    const [row] = await trx('terraform_states')
      .insert({
        tenant_id: tenant,
        site_id: siteId,
        version: state.version,
        serial: state.serial,
        lineage: state.lineage,
        sha256: state.sha256,
        deployment_id: state.deploymentId ?? null,
        restored_from: state.restoredFrom ?? null,
        restored_by: state.restoredBy ?? null,
        bytes: state.bytes ?? null,
        resource_count: state.resourceCount ?? null,
        ciphertext: state.ciphertext,
      })
      .returning('created_at');
    return { createdAt: row.created_at };
  }

  /**
   * Forgets versions, but for the newest ones of each site and the young ones.
   *
   * @returns how many
   */
  async removeOld(
    trx: TenantTransaction,
    tenant: string,
    keep: { versions: number; since: Date },
  ): Promise<number> {
    return trx('terraform_states as old')
      .where('old.tenant_id', tenant)
      .where('old.created_at', '<', keep.since)
      .whereRaw(
        `old.version <= (
           select max(newest.version) from terraform_states newest
            where newest.tenant_id = old.tenant_id
              and newest.site_id = old.site_id) - ?`,
        [keep.versions],
      )
      .delete();
  }

  /** Those with any that may be too old; for the all-tenants door. */
  async listTenantsWithOld(
    trx: TenantTransaction,
    since: Date,
  ): Promise<string[]> {
    const rows = await trx('terraform_states')
      .where('created_at', '<', since)
      .distinct('tenant_id');
    return rows.map(row => row.tenant_id);
  }

  /**
   * Takes the site's lock.
   *
   * @returns the lock that is held after the call; it is the given one when
   *   the call took it
   */
  async acquireLock(
    trx: TenantTransaction,
    tenant: string,
    siteId: string,
    lock: StateLock,
  ): Promise<StateLock> {
    const taken = await trx('terraform_locks')
      .insert({
        tenant_id: tenant,
        site_id: siteId,
        lock_id: lock.lockId,
        info: JSON.stringify(lock.info),
        deployment_id: lock.deploymentId,
      })
      .onConflict(['tenant_id', 'site_id'])
      .ignore()
      .returning('lock_id');
    const held =
      taken.length > 0 ? lock : await this.findLock(trx, tenant, siteId);
    // The holder may have let go in between; Terraform tries again.
    return held ?? { lockId: '', info: {}, deploymentId: '' };
  }

  async findLock(
    trx: TenantTransaction,
    tenant: string,
    siteId: string,
  ): Promise<(StateLock & { createdAt: Date }) | undefined> {
    const row = await trx('terraform_locks')
      .where({ tenant_id: tenant, site_id: siteId })
      .first();
    return (
      row && {
        lockId: row.lock_id,
        info: row.info,
        deploymentId: row.deployment_id,
        createdAt: row.created_at,
      }
    );
  }

  /** Lets go of the lock with this id, or of the one a deployment left behind. */
  async releaseLock(
    trx: TenantTransaction,
    tenant: string,
    siteId: string,
    by: { lockId: string } | { deploymentId: string },
  ): Promise<boolean> {
    const released = await trx('terraform_locks')
      .where({ tenant_id: tenant, site_id: siteId })
      .where(
        'lockId' in by
          ? { lock_id: by.lockId }
          : { deployment_id: by.deploymentId },
      )
      .delete();
    return released > 0;
  }
}

function toVersion(row: Record<string, any>): StateVersion {
  return {
    version: row.version,
    serial: Number(row.serial),
    lineage: row.lineage,
    sha256: row.sha256,
    deploymentId: row.deployment_id ?? undefined,
    restoredFrom: row.restored_from ?? undefined,
    restoredBy: row.restored_by ?? undefined,
    bytes: row.bytes ?? undefined,
    resourceCount: row.resource_count ?? undefined,
  };
}
