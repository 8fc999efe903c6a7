import type { SitesComponents } from '@freehold/plugin-sites-common';
import type { LogLine } from '../database/DeploymentLogStore';
import type { FoundLog } from '../database/LogSearchStore';
import type { DeadLetter } from '../domain/DeadLetter';
import type { CloudCredential } from '../domain/CloudCredential';
import { answersThoughSuspended } from '../domain/Site';
import { specificationOf } from '../domain/Specification';
import type { ShownDeployment } from '../services/DeploymentsService';
import type { PlacedOrder } from '../services/OrdersService';
import type { NamedSite } from '../services/SitesService';
import { toSiteDriftReply } from './driftReplies';
import type { StateVersion } from '../state/SiteStates';

type Schemas = SitesComponents['schemas'];

/** A site as the API shows it. */
export function toSiteReply(site: NamedSite): Schemas['Site'] {
  const { amount, currency } = site.price;
  return {
    siteId: site.siteId,
    customer: site.tenant,
    customerName: site.customerName,
    name: site.name,
    title: site.title,
    product: site.product,
    cloud: site.cloud,
    region: site.region,
    size: site.size,
    state: site.state,
    suspendedReason: site.suspendedReason,
    answersThoughSuspended: answersThoughSuspended(site) || undefined,
    url: site.url,
    health: site.health,
    content: site.content,
    ...specificationOf(site),
    dnsRecords: site.dnsRecords,
    servedDomains: site.servedDomains,
    monthlyPrice: { amount, currency },
    drift: toSiteDriftReply(site),
    activeDeploymentId: site.activeDeploymentId,
    lastDeployment: site.lastDeployment && {
      ...site.lastDeployment,
      createdAt: site.lastDeployment.createdAt.toISOString(),
      finishedAt: site.lastDeployment.finishedAt?.toISOString(),
    },
    createdBy: site.createdBy,
    createdAt: site.createdAt.toISOString(),
    updatedAt: site.updatedAt.toISOString(),
    deletedAt: site.deletedAt?.toISOString(),
    purgeAfter: site.purgeAfter?.toISOString(),
  };
}

/** A deployment as the API shows it. */
export function toDeploymentReply(
  deployment: ShownDeployment,
): Schemas['Deployment'] {
  const { approval } = deployment;
  return {
    deploymentId: deployment.deploymentId,
    customer: deployment.tenant,
    siteId: deployment.siteId,
    siteName: deployment.desired.name,
    kind: deployment.kind,
    state: deployment.state,
    desired: deployment.desired,
    requestedBy: deployment.requestedBy,
    retryOf: deployment.retryOf,
    createdAt: deployment.createdAt.toISOString(),
    finishedAt: deployment.finishedAt?.toISOString(),
    logRemovedAt: deployment.logRemovedAt?.toISOString(),
    steps: deployment.steps.map(({ state, at }) => ({
      state,
      at: at.toISOString(),
    })),
    price: deployment.price,
    priceBefore: deployment.priceBefore,
    planHash: deployment.planHash,
    plan: deployment.plan,
    checks: deployment.checks,
    approval: approval && {
      decision: approval.decision,
      by: approval.by,
      at: approval.at,
      reason: approval.reason,
    },
    approvalExpiresAt: deployment.approvalExpiresAt?.toISOString(),
    barredFromApproval: deployment.barredFromApproval?.slice(),
    voidedApproval: deployment.voidedApproval,
    cancelRequested: deployment.cancelRequestedAt !== undefined,
    cancelForced: deployment.isCancelForced,
    killedAt: deployment.killedAt?.toISOString(),
    attempts: deployment.attempts,
    queuedBefore: deployment.queuedBefore,
    nextAttemptAt: deployment.nextAttemptAt?.toISOString(),
    setback: deployment.setback,
    failure: deployment.failure,
  };
}

/** A deployment that was given up, as the API shows it. */
export function toDeadLetterReply(
  deadLetter: DeadLetter,
): Schemas['DeadLetter'] {
  const { tenant, createdAt, ...rest } = deadLetter;
  return { ...rest, customer: tenant, createdAt: createdAt.toISOString() };
}

/** A version of a state as the API shows it. */
export function toStateVersionReply(
  version: StateVersion,
): Schemas['StateVersion'] {
  return { ...version, createdAt: version.createdAt.toISOString() };
}

/** A line of a log as the API shows it. */
export function toLogLineReply({
  seq,
  at,
  stream,
  text,
}: LogLine): Schemas['LogLine'] {
  return { seq, at: at.toISOString(), stream, text };
}

/** What a search found in one log, as the API shows it. */
export function toFoundLogReply(found: FoundLog): Schemas['FoundLog'] {
  const { tenant, createdAt, lines, ...rest } = found;
  return {
    ...rest,
    customer: tenant,
    createdAt: createdAt.toISOString(),
    lines: lines.map(toLogLineReply),
  };
}

/** A cloud credential as the API shows it: there is no secret in it. */
export function toCloudCredentialReply(
  credential: CloudCredential,
): Schemas['CloudCredential'] {
  const { tenant, createdAt, updatedAt, lastUsedAt, ...rest } = credential;
  return {
    ...rest,
    customer: tenant,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString(),
  };
}

/** An order as the API shows it, with what it brought about. */
export function toOrderReply(placed: PlacedOrder): Schemas['PlacedOrder'] {
  const { order, site, deployment } = placed;
  const { amount, currency, priceVersion, lines } = order.price;
  return {
    order: {
      orderId: order.orderId,
      monthlyPrice: { amount, currency },
      priceVersion,
      lines,
      createdAt: order.createdAt.toISOString(),
    },
    site: toSiteReply(site),
    deployment: toDeploymentReply(deployment),
  };
}
