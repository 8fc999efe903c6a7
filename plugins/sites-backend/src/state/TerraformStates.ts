import { ConflictError, NotFoundError } from '@backstage/errors';
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
  type StateVersion as KnownVersion,
} from '../database/StatesStore';
import { parseState, renumber, toSuccessor, wordsOf } from './parseState';
import type {
  HeldLock,
  SiteAddress,
  SiteStates,
  StateAddress,
  StateVersion,
} from './SiteStates';

/**
 * Encrypted, versioned and locked Terraform states that the portal keeps by
 * itself, in its database.
 */
export class TerraformStates implements SiteStates {
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

  async read(address: SiteAddress): Promise<Buffer | undefined> {
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

  async describe(address: SiteAddress): Promise<KnownVersion | undefined> {
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
      await this.append(trx, address, body, latest, {
        deploymentId: address.deploymentId,
      });
    });
  }

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
      await this.append(trx, address, successor, latest, { deploymentId });
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

  async releaseAfterRun(address: StateAddress): Promise<boolean> {
    return this.database.transaction(address.tenant, trx =>
      this.store.releaseLock(trx, address.tenant, address.siteId, {
        deploymentId: address.deploymentId,
      }),
    );
  }

  async listVersions(
    trx: TenantTransaction,
    { tenant, siteId }: SiteAddress,
    page: { offset: number; limit: number },
  ): Promise<{ items: StateVersion[]; total: number }> {
    const { items, total } = await this.store.list(trx, tenant, siteId, page);
    return { items: items.map(toShown), total };
  }

  async readVersion(
    trx: TenantTransaction,
    address: SiteAddress,
    version: string,
  ): Promise<Buffer> {
    const { tenant, siteId } = address;
    const stored = isNumber(version)
      ? await this.store.findVersion(trx, tenant, siteId, Number(version))
      : undefined;
    if (!stored) {
      throw new NotFoundError(`There is no version '${version}' of the state`);
    }
    return this.cipher.decrypt(
      stored.ciphertext,
      stateContext({ ...address, version: stored.version }),
    );
  }

  async restore(
    trx: TenantTransaction,
    address: SiteAddress,
    { version, by }: { version: string; by: string },
  ): Promise<StateVersion> {
    const { tenant, siteId } = address;
    const old = await this.readVersion(trx, address, version);
    const latest = (await this.store.describeLatest(trx, tenant, siteId))!;
    if (latest.version === Number(version)) {
      throw new ConflictError(
        `Version ${version} is the newest already. Choose an older one.`,
      );
    }
    const body = renumber(old, { ...latest, serial: latest.serial + 1 });
    return toShown(
      await this.append(trx, address, body, latest, {
        restoredFrom: Number(version),
        restoredBy: by,
      }),
    );
  }

  async findLock(
    trx: TenantTransaction,
    { tenant, siteId }: SiteAddress,
  ): Promise<HeldLock | undefined> {
    const lock = await this.store.findLock(trx, tenant, siteId);
    return (
      lock && {
        lockId: lock.lockId,
        since: lock.createdAt,
        deploymentId: lock.deploymentId,
        ...wordsOf(lock.info),
      }
    );
  }

  async releaseLock(
    trx: TenantTransaction,
    { tenant, siteId }: SiteAddress,
    lockId: string,
  ): Promise<boolean> {
    return this.store.releaseLock(trx, tenant, siteId, { lockId });
  }

  private async append(
    trx: TenantTransaction,
    address: SiteAddress,
    body: Buffer,
    latest: KnownVersion | undefined,
    madeBy: Pick<KnownVersion, 'deploymentId' | 'restoredFrom' | 'restoredBy'>,
  ): Promise<KnownVersion & { createdAt: Date }> {
    const { serial, lineage, resourceCount } = parseState(body);
    const { tenant, siteId } = address;
    const version = (latest?.version ?? 0) + 1;
    const kept = {
      version,
      serial,
      lineage,
      resourceCount,
      bytes: body.length,
      sha256: digestOf(body),
      ...madeBy,
    };
    const ciphertext = await this.cipher.encrypt(
      body,
      stateContext({ tenant, siteId, version }),
    );
    const { createdAt } = await this.store.append(trx, tenant, siteId, {
      ...kept,
      ciphertext,
    });
    return { ...kept, createdAt };
  }
}

function isNumber(version: string): boolean {
  return /^\d{1,9}$/.test(version);
}

function toShown({
  sha256,
  version,
  restoredFrom,
  ...rest
}: KnownVersion & { createdAt: Date }): StateVersion {
  return {
    ...rest,
    version: `${version}`,
    restoredFrom: restoredFrom === undefined ? undefined : `${restoredFrom}`,
  };
}

function digestOf(body: Buffer): string {
  return createHash('sha256').update(body).digest('hex');
}
