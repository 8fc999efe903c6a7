import { ConflictError } from '@backstage/errors';
import type {
  EnvelopeCipher,
  TenantDatabase,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import { createHash } from 'node:crypto';
import {
  stateContext,
  type StateLock,
  type StatesStore,
  type StateVersion,
} from '../database/StatesStore';
import { parseState, renumber, toSuccessor } from './parseState';

/** The site and the deployment on whose behalf a state is used. */
export interface StateAddress {
  tenant: string;
  siteId: string;
  deploymentId: string;
}

/** Encrypted, versioned and locked Terraform states, one per site. */
export class TerraformStates {
  static create(options: {
    database: TenantDatabase;
    store: StatesStore;
    cipher: EnvelopeCipher;
  }): TerraformStates {
    return new TerraformStates(options.database, options.store, options.cipher);
  }

  private constructor(
    private readonly database: TenantDatabase,
    private readonly store: StatesStore,
    private readonly cipher: EnvelopeCipher,
  ) {}

  /** The newest state as Terraform wrote it, if there is one. */
  async read(
    address: Pick<StateAddress, 'tenant' | 'siteId'>,
  ): Promise<Buffer | undefined> {
    const latest = await this.database.transaction(address.tenant, trx =>
      this.store.findLatest(trx, address.tenant, address.siteId),
    );
    return (
      latest &&
      this.cipher.decrypt(
        latest.ciphertext,
        stateContext({ ...address, version: latest.version }),
      )
    );
  }

  /** Serial and lineage of the newest state, if there is one. */
  async describe(
    address: Pick<StateAddress, 'tenant' | 'siteId'>,
  ): Promise<StateVersion | undefined> {
    return this.database.transaction(address.tenant, trx =>
      this.store.describeLatest(trx, address.tenant, address.siteId),
    );
  }

  /**
   * Keeps a new version, under the lock of the caller. The same state again is
   * fine: its sender may not have heard that it was kept.
   *
   * @param lockId - id of the lock the caller holds
   * @throws InputError, ConflictError when it is not the successor of the
   *   newest one, or the caller does not hold the lock
   */
  async write(
    address: StateAddress,
    body: Buffer,
    lockId: string | undefined,
  ): Promise<void> {
    const { serial, lineage } = parseState(body);
    const { tenant, siteId } = address;
    await this.database.transaction(tenant, async trx => {
      const lock = await this.store.findLock(trx, tenant, siteId);
      if (!lock || lock.lockId !== lockId) {
        throw new ConflictError('The state is not locked by this run');
      }
      const latest = await this.store.describeLatest(trx, tenant, siteId);
      if (latest?.sha256 === digestOf(body)) {
        return;
      }
      if (latest && (latest.lineage !== lineage || latest.serial >= serial)) {
        throw new ConflictError(
          `State ${serial} does not follow state ${latest.serial} of this site`,
        );
      }
      await this.append(trx, address, body, latest);
    });
  }

  /**
   * Keeps a state that a run left on disk because it could not save it. The
   * run is over, so its lock, if still there, is not in the way.
   *
   * @returns whether it was kept; false when something else was saved since
   * @throws InputError when it is no state
   */
  async adopt(address: StateAddress, unsaved: Buffer): Promise<boolean> {
    const { tenant, siteId, deploymentId } = address;
    return this.database.transaction(tenant, async trx => {
      const lock = await this.store.findLock(trx, tenant, siteId);
      const latest = await this.store.describeLatest(trx, tenant, siteId);
      // The process that took it over may have died before it cleaned up.
      if (latest && digestOf(renumber(unsaved, latest)) === latest.sha256) {
        return true;
      }
      const successor = toSuccessor(unsaved, latest);
      if (!successor || (lock && lock.deploymentId !== deploymentId)) {
        return false;
      }
      await this.append(trx, address, successor, latest);
      return true;
    });
  }

  /** Takes the lock; the answer is the one that is held, mine or another's. */
  async lock(
    address: StateAddress,
    lock: Omit<StateLock, 'deploymentId'>,
  ): Promise<StateLock> {
    return this.database.transaction(address.tenant, trx =>
      this.store.acquireLock(trx, address.tenant, address.siteId, {
        ...lock,
        deploymentId: address.deploymentId,
      }),
    );
  }

  /** @returns false when no lock of that id is held */
  async unlock(address: StateAddress, lockId: string): Promise<boolean> {
    return this.database.transaction(address.tenant, trx =>
      this.store.releaseLock(trx, address.tenant, address.siteId, { lockId }),
    );
  }

  /**
   * Lets go of the lock that a run of this deployment left behind. Only for
   * when its processes are known to be gone.
   *
   * @returns whether there was one
   */
  async releaseAfterRun(address: StateAddress): Promise<boolean> {
    return this.database.transaction(address.tenant, trx =>
      this.store.releaseLock(trx, address.tenant, address.siteId, {
        deploymentId: address.deploymentId,
      }),
    );
  }

  private async append(
    trx: TenantTransaction,
    address: StateAddress,
    body: Buffer,
    latest: StateVersion | undefined,
  ): Promise<void> {
    const { serial, lineage } = parseState(body);
    const version = (latest?.version ?? 0) + 1;
    await this.store.append(trx, address.tenant, address.siteId, {
      version,
      serial,
      lineage,
      sha256: digestOf(body),
      deploymentId: address.deploymentId,
      ciphertext: await this.cipher.encrypt(
        body,
        stateContext({ ...address, version }),
      ),
    });
  }
}

function digestOf(body: Buffer): string {
  return createHash('sha256').update(body).digest('hex');
}
