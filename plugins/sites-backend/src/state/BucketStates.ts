import { ConflictError, NotFoundError } from '@backstage/errors';
import type {
  TenantDatabase,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import type { RunsStore } from '../database/RunsStore';
import { parseState, renumber, toSuccessor, wordsOf } from './parseState';
import type {
  HeldLock,
  SiteAddress,
  SiteStates,
  StateAddress,
  StateVersion,
} from './SiteStates';
import type { BucketObject, StateBucket } from './StateBucket';

/** Between the clocks of the database and of where Terraform runs. */
const CLOCKS_DIFFER_MILLISECONDS = 5_000;

/**
 * Terraform states that Terraform's own `s3` backend keeps in a bucket, with
 * its lock file beside them. Whatever has versions is the bucket's: how long it
 * keeps them is a rule of the bucket.
 */
export class BucketStates implements SiteStates {
  static create(options: {
    bucket: StateBucket;
    database: TenantDatabase;
    runs: Pick<RunsStore, 'findClaim'>;
  }): BucketStates {
    return new BucketStates(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof BucketStates.create>[0],
  ) {}

  async read(address: SiteAddress): Promise<Buffer | undefined> {
    return (await this.newest(address))?.body;
  }

  async describe(
    address: SiteAddress,
  ): Promise<{ serial: number; lineage: string } | undefined> {
    const state = await this.read(address);
    return state && parseState(state);
  }

  async adopt(address: StateAddress, unsaved: Buffer): Promise<boolean> {
    const { bucket } = this.deps;
    const latest = await this.newest(address);
    const described = latest && parseState(latest.body);
    // The process that took it over may have died before it cleaned up.
    if (latest && renumber(unsaved, described!).equals(latest.body)) {
      return true;
    }
    const successor = toSuccessor(unsaved, described);
    const lock = await this.lookForLock(address);
    if (!successor || (lock && !(await this.isOfRun(address, lock)))) {
      return false;
    }
    await bucket.put(bucket.keyOf(address), successor);
    return true;
  }

  /**
   * The lock file says nothing of deployments. But a site has one run at a
   * time, so what was locked since the run began was locked by it.
   */
  async releaseAfterRun(address: StateAddress): Promise<boolean> {
    const lock = await this.lookForLock(address);
    if (!lock || !(await this.isOfRun(address, lock))) {
      return false;
    }
    const { bucket } = this.deps;
    await bucket.remove(bucket.lockKeyOf(address));
    return true;
  }

  async listVersions(
    _trx: TenantTransaction,
    address: SiteAddress,
    { offset, limit }: { offset: number; limit: number },
  ): Promise<{ items: StateVersion[]; total: number }> {
    const { bucket } = this.deps;
    const key = bucket.keyOf(address);
    const versions = await bucket.listVersions(key);
    const page = versions.slice(offset, offset + limit);
    const found = await Promise.all(
      page.map(version => bucket.get(key, version)),
    );
    return {
      items: found.flatMap(state => (state ? [toShown(state)] : [])),
      total: versions.length,
    };
  }

  async readVersion(
    _trx: TenantTransaction,
    address: SiteAddress,
    version: string,
  ): Promise<Buffer> {
    const { bucket } = this.deps;
    const found = await bucket.get(bucket.keyOf(address), version);
    if (!found) {
      throw new NotFoundError(`There is no version '${version}' of the state`);
    }
    return found.body;
  }

  async restore(
    trx: TenantTransaction,
    address: SiteAddress,
    { version, by }: { version: string; by: string },
  ): Promise<StateVersion> {
    const { bucket } = this.deps;
    const old = await this.readVersion(trx, address, version);
    const latest = (await this.newest(address))!;
    if (latest.version === version) {
      throw new ConflictError(
        'This version is the newest already. Choose an older one.',
      );
    }
    const { serial, lineage } = parseState(latest.body);
    const body = renumber(old, { serial: serial + 1, lineage });
    const notes = { 'restored-from': version, 'restored-by': by };
    const made = await bucket.put(bucket.keyOf(address), body, notes);
    return toShown({ body, notes, version: made, modifiedAt: new Date() });
  }

  async findLock(
    _trx: TenantTransaction,
    address: SiteAddress,
  ): Promise<HeldLock | undefined> {
    return this.lookForLock(address);
  }

  async releaseLock(
    _trx: TenantTransaction,
    address: SiteAddress,
    lockId: string,
  ): Promise<boolean> {
    const { bucket } = this.deps;
    if ((await this.lookForLock(address))?.lockId !== lockId) {
      return false;
    }
    await bucket.remove(bucket.lockKeyOf(address));
    return true;
  }

  private async newest(
    address: SiteAddress,
  ): Promise<BucketObject | undefined> {
    const { bucket } = this.deps;
    return bucket.get(bucket.keyOf(address));
  }

  private async lookForLock(
    address: SiteAddress,
  ): Promise<HeldLock | undefined> {
    const { bucket } = this.deps;
    const found = await bucket.get(bucket.lockKeyOf(address));
    if (!found) {
      return undefined;
    }
    const info = JSON.parse(found.body.toString('utf8'));
    return {
      lockId: String(info.ID),
      since: new Date(info.Created),
      ...wordsOf(info),
    };
  }

  private async isOfRun(
    { tenant, deploymentId }: StateAddress,
    { since }: HeldLock,
  ): Promise<boolean> {
    const { database, runs } = this.deps;
    const claimedAt = await database.transaction(tenant, trx =>
      runs.findClaim(trx, tenant, deploymentId),
    );
    return (
      claimedAt !== undefined &&
      since.getTime() >= claimedAt.getTime() - CLOCKS_DIFFER_MILLISECONDS
    );
  }
}

function toShown({
  body,
  version,
  modifiedAt,
  notes,
}: BucketObject): StateVersion {
  const { serial, lineage, resourceCount } = parseState(body);
  return {
    version,
    createdAt: modifiedAt,
    serial,
    lineage,
    resourceCount,
    bytes: body.length,
    restoredFrom: notes['restored-from'],
    restoredBy: notes['restored-by'],
  };
}
