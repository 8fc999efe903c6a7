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
  deploymentId: string;
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

/** How many versions of a site's state are kept. */
const KEPT_VERSIONS = 50;

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
      .first('version', 'serial', 'lineage', 'sha256', 'deployment_id');
    return row && toVersion(row);
  }

  async append(
    trx: TenantTransaction,
    tenant: string,
    siteId: string,
    state: StoredState,
  ): Promise<void> {
    await trx('terraform_states').insert({
      tenant_id: tenant,
      site_id: siteId,
      version: state.version,
      serial: state.serial,
      lineage: state.lineage,
      sha256: state.sha256,
      deployment_id: state.deploymentId,
      ciphertext: state.ciphertext,
    });
    await trx('terraform_states')
      .where({ tenant_id: tenant, site_id: siteId })
      .where('version', '<=', state.version - KEPT_VERSIONS)
      .delete();
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
  ): Promise<StateLock | undefined> {
    const row = await trx('terraform_locks')
      .where({ tenant_id: tenant, site_id: siteId })
      .first();
    return (
      row && {
        lockId: row.lock_id,
        info: row.info,
        deploymentId: row.deployment_id,
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
    deploymentId: row.deployment_id,
  };
}
