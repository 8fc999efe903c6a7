import type { JsonObject } from '@backstage/types';
import {
  whatDiffers,
  type AuditEntry,
  type Outbox,
  type TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import type { Content } from '../database/ContentsStore';
import type { CloudCredential } from '../domain/CloudCredential';
import type { Deployment, DesiredSite } from '../domain/Deployment';
import type { Site } from '../domain/Site';

const PORTAL: AuditEntry['actor'] = { ref: 'plugin:sites' };

/** What people do to a deployment. */
export type DeploymentAct =
  | 'approveDeployment'
  | 'rejectDeployment'
  | 'cancelDeployment'
  | 'forceCancelDeployment'
  | 'discardDeadLetter'
  | 'retryDeployment';

/** What people do with the Terraform state of a site. */
export type StateAct = 'downloadState' | 'restoreState' | 'releaseStateLock';

/**
 * Puts on the record what happens to sites. All of it is about the site, its
 * deployments included, so that everything about a site is found by its id.
 */
export class SiteAudit {
  static create(outbox: Pick<Outbox, 'recordAudit'>): SiteAudit {
    return new SiteAudit(outbox);
  }

  private constructor(private readonly outbox: Pick<Outbox, 'recordAudit'>) {}

  async ordered(
    trx: TenantTransaction,
    { tenant, siteId, deploymentId, desired, price }: Deployment,
  ): Promise<void> {
    await this.outbox.recordAudit(trx, {
      tenant,
      action: 'orderSite',
      object: { kind: 'site', id: siteId, name: desired.name },
      after: {
        ...toJson(desired),
        monthlyPrice: `${price.amount} ${price.currency}`,
        deployment: deploymentId,
      },
    });
  }

  /** A change, or the end, of a site that a deployment is to bring about. */
  async deploymentBegan(
    trx: TenantTransaction,
    site: Site,
    present: DesiredSite,
    { deploymentId: deployment, kind, desired }: Deployment,
  ): Promise<void> {
    const isEnd = kind === 'destroy';
    const { before, after } = isEnd
      ? { before: toJson(present), after: {} }
      : whatDiffers(present, desired);
    await this.outbox.recordAudit(trx, {
      ...aboutSite(site),
      action: isEnd ? 'deleteSite' : 'updateSite',
      before,
      after: { ...after, deployment },
    });
  }

  /** A check that somebody asked for; those that come by themselves are no acts. */
  async checkAsked(trx: TenantTransaction, check: Deployment): Promise<void> {
    await this.outbox.recordAudit(trx, {
      ...aboutDeployment(check),
      action: 'checkDrift',
      after: { deployment: check.deploymentId },
    });
  }

  /** By itself: the site is not what was brought about any more. */
  async driftFound(trx: TenantTransaction, check: Deployment): Promise<void> {
    await this.outbox.recordAudit(trx, {
      ...aboutDeployment(check),
      actor: PORTAL,
      action: 'findDrift',
      after: {
        deployment: check.deploymentId,
        resources: check.plan?.changes.map(it => it.address) ?? [],
      },
    });
  }

  /** What somebody decided to do about a drift. */
  async driftDecided(
    trx: TenantTransaction,
    action: 'reconcileDrift' | 'acceptDrift',
    { check, deployment }: { check: Deployment; deployment: Deployment },
  ): Promise<void> {
    await this.outbox.recordAudit(trx, {
      ...aboutDeployment(deployment),
      action,
      before: { resources: check.plan?.changes.map(it => it.address) ?? [] },
      after: {
        deployment: deployment.deploymentId,
        check: check.deploymentId,
        ...(deployment.planHash && { plan: deployment.planHash }),
      },
    });
  }

  async suspended(
    trx: TenantTransaction,
    site: Site,
    reason: string,
  ): Promise<void> {
    await this.outbox.recordAudit(trx, {
      ...aboutSite(site),
      action: 'suspendSite',
      reason,
      before: { state: site.state },
      after: { state: 'suspended' },
    });
  }

  async resumed(trx: TenantTransaction, site: Site): Promise<void> {
    await this.outbox.recordAudit(trx, {
      ...aboutSite(site),
      action: 'resumeSite',
      before: { state: site.state },
      after: { state: 'live' },
    });
  }

  /** Its rows are gone, long after the site itself. */
  async purged(
    trx: TenantTransaction,
    site: { tenant: string; siteId: string },
  ): Promise<void> {
    await this.outbox.recordAudit(trx, {
      tenant: site.tenant,
      actor: PORTAL,
      action: 'purgeSite',
      object: { kind: 'site', id: site.siteId },
    });
  }

  async contentUploaded(
    trx: TenantTransaction,
    tenant: string,
    { contentId, sha256, files, bytes }: Content,
  ): Promise<void> {
    await this.outbox.recordAudit(trx, {
      tenant,
      action: 'uploadContent',
      object: { kind: 'content', id: contentId },
      after: { sha256, files, bytes },
    });
  }

  /** @param credential.before - what it replaced */
  async credentialSet(
    trx: TenantTransaction,
    credential: { before?: CloudCredential; after: CloudCredential },
  ): Promise<void> {
    const { before, after } = credential;
    await this.outbox.recordAudit(trx, {
      ...aboutCredential(after),
      action: 'setCloudCredential',
      before: before && toRecord(before),
      after: toRecord(after),
    });
  }

  async credentialRemoved(
    trx: TenantTransaction,
    removed: CloudCredential,
  ): Promise<void> {
    await this.outbox.recordAudit(trx, {
      ...aboutCredential(removed),
      action: 'removeCloudCredential',
      before: toRecord(removed),
    });
  }

  async decided(
    trx: TenantTransaction,
    action: DeploymentAct,
    { before, after }: { before: Deployment; after: Deployment },
    reason?: string,
  ): Promise<void> {
    await this.outbox.recordAudit(trx, {
      ...aboutDeployment(after),
      action,
      reason,
      before: { state: before.state },
      after: {
        state: after.state,
        deployment: after.deploymentId,
        ...(after.planHash && { plan: after.planHash }),
        ...(after.retryOf && { retryOf: after.retryOf }),
      },
    });
  }

  /** @param details - which version, or which lock */
  async stateUsed(
    trx: TenantTransaction,
    action: StateAct,
    site: Site,
    details: { after: JsonObject; reason?: string },
  ): Promise<void> {
    await this.outbox.recordAudit(trx, {
      ...aboutSite(site),
      action,
      ...details,
    });
  }

  /** By itself: it succeeded, failed, or ended as it was asked to. */
  async deploymentEnded(
    trx: TenantTransaction,
    ended: Deployment,
  ): Promise<void> {
    await this.outbox.recordAudit(trx, {
      ...aboutDeployment(ended),
      actor: PORTAL,
      action: 'finishDeployment',
      outcome: ended.state === 'failed' ? 'failed' : 'succeeded',
      reason: ended.failure?.message,
      after: {
        state: ended.state,
        deployment: ended.deploymentId,
        kind: ended.kind,
        requestedBy: ended.requestedBy,
      },
    });
  }
}

function aboutSite({ tenant, siteId, name }: Site) {
  return { tenant, object: { kind: 'site', id: siteId, name } };
}

function aboutDeployment({ tenant, siteId, desired }: Deployment) {
  return { tenant, object: { kind: 'site', id: siteId, name: desired.name } };
}

function aboutCredential({ tenant, credentialId, name }: CloudCredential) {
  return {
    tenant,
    object: { kind: 'cloud-credential', id: credentialId, name },
  };
}

function toRecord(credential: CloudCredential): JsonObject {
  const { cloud, kind, account, principal, accessKeyEnding } = credential;
  return {
    cloud,
    kind,
    account,
    principal,
    ...(accessKeyEnding && { accessKeyEnding }),
  };
}

function toJson(desired: DesiredSite): JsonObject {
  return JSON.parse(JSON.stringify(desired));
}
