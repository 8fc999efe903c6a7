import type { TenantTransaction } from '@freehold/plugin-tenancy-node';

/** The site whose state is meant. */
export interface SiteAddress {
  tenant: string;
  siteId: string;
}

/** The site and the deployment on whose behalf a state is used. */
export interface StateAddress extends SiteAddress {
  deploymentId: string;
}

/** What people see of a version. What its keeper does not know is absent. */
export interface StateVersion {
  version: string;
  createdAt: Date;
  /** Terraform's own count. */
  serial?: number;
  lineage?: string;
  bytes?: number;
  resourceCount?: number;
  /** The deployment whose run made it. */
  deploymentId?: string;
  /** The version that a person made it of, and who did. */
  restoredFrom?: string;
  restoredBy?: string;
}

/** A lock on a state, as people see it. */
export interface HeldLock {
  lockId: string;
  since: Date;
  /** What Terraform does under it, such as `OperationTypeApply`. */
  operation?: string;
  /** The machine user who holds it, as Terraform says. */
  holder?: string;
  deploymentId?: string;
}

/** What is asked of whatever keeps Terraform's states: one per site, versioned. */
export interface SiteStates {
  /** The newest state as Terraform wrote it, if there is one. */
  read(address: SiteAddress): Promise<Buffer | undefined>;

  /** Serial and lineage of the newest state, if there is one. */
  describe(
    address: SiteAddress,
  ): Promise<{ serial: number; lineage: string } | undefined>;

  /**
   * Keeps a state that a run left on disk because it could not save it. The
   * run is over, so its lock, if still there, is not in the way.
   *
   * @returns whether it was kept; false when something else was saved since
   * @throws InputError when it is no state
   */
  adopt(address: StateAddress, unsaved: Buffer): Promise<boolean>;

  /**
   * Lets go of the lock that a run of this deployment left behind. Only for
   * when its processes are known to be gone.
   *
   * @returns whether there was one
   */
  releaseAfterRun(address: StateAddress): Promise<boolean>;

  /** Newest first. */
  listVersions(
    trx: TenantTransaction,
    address: SiteAddress,
    page: { offset: number; limit: number },
  ): Promise<{ items: StateVersion[]; total: number }>;

  /** @throws NotFoundError */
  readVersion(
    trx: TenantTransaction,
    address: SiteAddress,
    version: string,
  ): Promise<Buffer>;

  /**
   * Makes a new version of an old one. Nothing of the history changes.
   *
   * @throws NotFoundError, ConflictError when it is the newest already
   */
  restore(
    trx: TenantTransaction,
    address: SiteAddress,
    restoration: { version: string; by: string },
  ): Promise<StateVersion>;

  findLock(
    trx: TenantTransaction,
    address: SiteAddress,
  ): Promise<HeldLock | undefined>;

  /** @returns false when no lock of that id is held */
  releaseLock(
    trx: TenantTransaction,
    address: SiteAddress,
    lockId: string,
  ): Promise<boolean>;
}
