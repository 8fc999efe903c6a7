import { ConflictError } from '@backstage/errors';
import type {
  TenantDatabase,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import type { SiteAudit } from '../audit/SiteAudit';
import type { CloudSessions } from '../clouds/CloudSessions';
import type { RunsStore } from '../database/RunsStore';
import type { SitesStore } from '../database/SitesStore';
import { isWithoutWorker } from '../deployments/workerIdentity';
import type { Site } from '../domain/Site';
import { SecretMask } from '../logs/SecretMask';
import { maskState } from '../state/maskState';
import type { HeldLock, SiteStates, StateVersion } from '../state/SiteStates';

/** The Terraform states of sites, for the operators who look after them. */
export class StatesService {
  static create(options: {
    database: TenantDatabase;
    sites: Pick<SitesStore, 'get' | 'lock'>;
    runs: Pick<RunsStore, 'findRunningOf'>;
    states: Pick<
      SiteStates,
      'listVersions' | 'readVersion' | 'restore' | 'findLock' | 'releaseLock'
    >;
    sessions: Pick<CloudSessions, 'listKeptSecrets'>;
    audit: SiteAudit;
    /** After this long without a word a worker is taken for dead. */
    staleMilliseconds: number;
  }): StatesService {
    return new StatesService(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof StatesService.create>[0],
  ) {}

  /** @throws NotFoundError when there is no such site */
  async listStates(
    tenant: string,
    siteId: string,
    page: { offset: number; limit: number },
  ): Promise<{
    items: StateVersion[];
    total: number;
    lock?: HeldLock & { isAlive: boolean };
  }> {
    const { database, sites, states } = this.deps;
    return database.transaction(tenant, async trx => {
      const site = await sites.get(trx, tenant, siteId);
      const versions = await states.listVersions(trx, site, page);
      const lock = await states.findLock(trx, site);
      const isAlive = (await this.findAlive(trx, site)) !== undefined;
      return { ...versions, lock: lock && { ...lock, isAlive } };
    });
  }

  /**
   * A version with its secrets masked. It is on the record before this returns.
   *
   * @throws NotFoundError
   */
  async download(
    tenant: string,
    siteId: string,
    version: string,
  ): Promise<{ name: string; state: Buffer }> {
    const { audit, database, sessions, sites, states } = this.deps;
    const { site, state } = await database.transaction(tenant, async trx => {
      const found = await sites.get(trx, tenant, siteId);
      const read = await states.readVersion(trx, found, version);
      await audit.stateUsed(trx, 'downloadState', found, {
        after: { version },
      });
      return { site: found, state: read };
    });
    const mask = new SecretMask();
    for (const secret of await sessions.listKeptSecrets(tenant, site)) {
      mask.addSecret(secret);
    }
    return {
      name: `${tenant}-${site.name}-${version}.tfstate.json`,
      state: maskState(state, text => mask.mask(text)),
    };
  }

  /**
   * Makes a new version of an old one.
   *
   * @throws NotFoundError, and ConflictError while a deployment of the site is
   *   active or its lock is held, and when the site is gone
   */
  async restore(
    tenant: string,
    siteId: string,
    version: string,
    { by, reason }: { by: string; reason: string },
  ): Promise<StateVersion> {
    const { audit, database, sites, states } = this.deps;
    return database.transaction(tenant, async trx => {
      const site = await sites.lock(trx, tenant, siteId);
      assertAtRest(site, await states.findLock(trx, site));
      // No deployment of the site is active: it is a drift check.
      if (await this.findAlive(trx, site)) {
        throw new ConflictError(
          `The site '${site.name}' is being checked for drift. Wait for the end of the check.`,
        );
      }
      const from = await states.readVersion(trx, site, version);
      await audit.stateUsed(trx, 'restoreState', site, {
        reason,
        after: { restoredFrom: version, bytes: from.length },
      });
      return states.restore(trx, site, { version, by });
    });
  }

  /**
   * Releases the lock that a dead run left.
   *
   * @param lockId - the lock that was seen; another one is left alone
   * @throws NotFoundError when there is no such site, ConflictError when the
   *   lock is not held, or by a run that is alive
   */
  async releaseLock(
    tenant: string,
    siteId: string,
    { lockId, reason }: { lockId: string; reason: string },
  ): Promise<void> {
    const { audit, database, sites, states } = this.deps;
    await database.transaction(tenant, async trx => {
      const site = await sites.lock(trx, tenant, siteId);
      const lock = await states.findLock(trx, site);
      if (lock?.lockId !== lockId) {
        throw new ConflictError(
          'This lock is not held any more. Look again who holds one.',
        );
      }
      const alive = await this.findAlive(trx, site);
      if (alive) {
        throw new ConflictError(
          `Deployment '${alive}' is running and releases the lock by itself. Cancel the deployment, by force if it does not end.`,
        );
      }
      await audit.stateUsed(trx, 'releaseStateLock', site, {
        reason,
        after: {
          lock: lockId,
          ...(lock.deploymentId && { deployment: lock.deploymentId }),
        },
      });
      await states.releaseLock(trx, site, lockId);
    });
  }

  /** The deployment of the site that a living worker runs, if there is one. */
  private async findAlive(
    trx: TenantTransaction,
    { tenant, siteId }: Site,
  ): Promise<string | undefined> {
    const { runs, staleMilliseconds } = this.deps;
    const run = await runs.findRunningOf(trx, tenant, siteId);
    return run && !isWithoutWorker(run, staleMilliseconds)
      ? run.deploymentId
      : undefined;
  }
}

function assertAtRest(site: Site, lock: HeldLock | undefined): void {
  if (site.state === 'deleted') {
    throw new ConflictError(
      `The site '${site.name}' has been deleted: there is nothing left for its state to tell of.`,
    );
  }
  if (site.activeDeploymentId) {
    throw new ConflictError(
      `Deployment '${site.activeDeploymentId}' is under way. Wait for its end, or cancel it first.`,
    );
  }
  if (lock) {
    throw new ConflictError(
      'Something holds the lock on the state. Release it first, if what took it is gone.',
    );
  }
}
