import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  DeploymentState,
  SitesPaths,
} from '@freehold/plugin-sites-common';
import type {
  ChangedSite,
  CloudCredential,
  CloudCredentialInput,
  DeadLetter,
  Deployment,
  DriftCheck,
  FoundLogs,
  LogLine,
  Offering,
  PageOf,
  PriceQuote,
  Site,
  StateHistory,
  StateVersion,
  Summary,
  UploadedContent,
} from './types';

export type SitesQuery = NonNullable<
  SitesPaths['/sites']['get']['parameters']['query']
>;
export type DeploymentsQuery = NonNullable<
  SitesPaths['/deployments']['get']['parameters']['query']
>;

/** What a price is asked for. */
export type QuoteQuery =
  SitesPaths['/customers/{customer}/price']['get']['parameters']['query'];

/** What may change on a site; each change is a new deployment. */
export type SiteChanges =
  SitesPaths['/customers/{customer}/sites/{site}']['patch']['requestBody']['content']['application/json'];

/** What a followed log tells. */
export interface LogListener {
  onLine(line: LogLine): void;
  onState(state: DeploymentState): void;
}

/**
 * Sites and their deployments. Every method rejects with a `PortalError` that
 * carries words for people.
 */
export interface SitesApi {
  getOffering(): Promise<Offering>;
  /** What a site would cost, and whether the customer's limit lets it pass. */
  quotePrice(customer: string, query: QuoteQuery): Promise<PriceQuote>;
  getSummary(): Promise<Summary>;
  listSites(query: SitesQuery): Promise<PageOf<Site>>;
  listDeployments(query: DeploymentsQuery): Promise<PageOf<Deployment>>;
  checkSiteName(
    customer: string,
    name: string,
  ): Promise<{ available: boolean; reason?: string }>;
  /** `onProgress` hears the sent share, 0 to 1. */
  uploadContent(
    customer: string,
    file: File,
    options?: { onProgress?: (share: number) => void; signal?: AbortSignal },
  ): Promise<UploadedContent>;
  /** Of a customer, or of the business, `default`. */
  getCloudCredentials(
    customer: string,
  ): Promise<{ items: CloudCredential[]; externalId: string }>;
  setCloudCredential(
    customer: string,
    cloud: string,
    input: CloudCredentialInput,
  ): Promise<CloudCredential>;
  removeCloudCredential(customer: string, cloud: string): Promise<void>;
  getSite(customer: string, siteId: string): Promise<Site>;
  updateSite(
    customer: string,
    siteId: string,
    changes: SiteChanges,
  ): Promise<ChangedSite>;
  deleteSite(customer: string, siteId: string): Promise<ChangedSite>;
  suspendSite(customer: string, siteId: string, reason: string): Promise<Site>;
  resumeSite(customer: string, siteId: string): Promise<Site>;
  listDriftChecks(
    customer: string,
    siteId: string,
    query: { offset: number; limit: number },
  ): Promise<PageOf<DriftCheck>>;
  checkDrift(customer: string, siteId: string): Promise<DriftCheck>;
  reconcileDrift(customer: string, siteId: string): Promise<Deployment>;
  /** `planHash` names the finding that was seen; another one is refused. */
  acceptDrift(
    customer: string,
    siteId: string,
    planHash: string,
  ): Promise<Deployment>;
  getDeployment(customer: string, deploymentId: string): Promise<Deployment>;
  /** `planHash` names the plan that was seen; another plan is refused. */
  approveDeployment(
    customer: string,
    deploymentId: string,
    planHash: string,
  ): Promise<Deployment>;
  rejectDeployment(
    customer: string,
    deploymentId: string,
    reason: string,
  ): Promise<Deployment>;
  cancelDeployment(customer: string, deploymentId: string): Promise<Deployment>;
  /** Ends it without waiting for Terraform. */
  forceCancelDeployment(
    customer: string,
    deploymentId: string,
    reason: string,
  ): Promise<Deployment>;
  /** Deployments that were given up and wait for staff. */
  listDeadLetters(query: {
    offset: number;
    limit: number;
  }): Promise<PageOf<DeadLetter>>;
  requeueDeadLetter(
    customer: string,
    deploymentId: string,
    reason: string,
  ): Promise<Deployment>;
  discardDeadLetter(
    customer: string,
    deploymentId: string,
    reason: string,
  ): Promise<void>;
  retryDeployment(customer: string, deploymentId: string): Promise<Deployment>;
  /** Versions of a site's state and its lock; for operators. */
  listStates(
    customer: string,
    siteId: string,
    page: { offset: number; limit: number },
  ): Promise<StateHistory>;
  /** Hands the state to the browser as a file, with its secrets masked. */
  downloadState(
    customer: string,
    siteId: string,
    version: string,
  ): Promise<void>;
  /** Makes a new version of an old one. */
  restoreState(
    customer: string,
    siteId: string,
    version: string,
    reason: string,
  ): Promise<StateVersion>;
  releaseStateLock(
    customer: string,
    siteId: string,
    lockId: string,
    reason: string,
  ): Promise<void>;
  /** Deployments whose log says something, newest first. */
  searchLogs(query: {
    text: string;
    customer?: string;
    before?: string;
  }): Promise<FoundLogs>;
  /** Lines of one log that contain a text. */
  searchDeploymentLog(
    customer: string,
    deploymentId: string,
    text: string,
  ): Promise<PageOf<LogLine>>;
  /** Hands the whole log to the browser as a file. */
  downloadDeploymentLog(customer: string, deploymentId: string): Promise<void>;
  /**
   * Follows a log from the line after `after` until the deployment is final;
   * resolves to whether it is. A broken connection resolves to false.
   */
  followLog(
    customer: string,
    deploymentId: string,
    options: { after: number; signal: AbortSignal; listener: LogListener },
  ): Promise<boolean>;
}

export const sitesApiRef = createApiRef<SitesApi>().with({
  id: 'plugin.sites.api',
  pluginId: 'sites',
});
