import type {
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { EventsService } from '@backstage/plugin-events-node';
import type { SitesHostHandler } from '@freehold/plugin-sites-node';
import {
  createEnvelopeCipher,
  type Outbox,
  type TenantDatabase,
  type TenantDirectory,
} from '@freehold/plugin-tenancy-node';
import type { Router } from 'express';
import type { SiteAudit } from '../audit/SiteAudit';
import { DeadLettersStore } from '../database/DeadLettersStore';
import type { CloudSessions } from '../clouds/CloudSessions';
import { DnsLookup } from '../clouds/DnsLookup';
import { DeploymentLogStore } from '../database/DeploymentLogStore';
import { DeploymentsStore } from '../database/DeploymentsStore';
import { DriftStore } from '../database/DriftStore';
import type { NotificationListener } from '../database/NotificationListener';
import { PlanFilesStore } from '../database/PlanFilesStore';
import { PublishedSitesStore } from '../database/PublishedSitesStore';
import { QueueStore } from '../database/QueueStore';
import { RunsStore } from '../database/RunsStore';
import { RunTokensStore } from '../database/RunTokensStore';
import { SitesStore } from '../database/SitesStore';
import { SecretsStore } from '../database/SecretsStore';
import { SiteDomainsStore } from '../database/SiteDomainsStore';
import { SiteOutcomesStore } from '../database/SiteOutcomesStore';
import { StatesStore } from '../database/StatesStore';
import type { DriftTurnsOptions } from '../jobs/checkDriftInTurn';
import { removeOldHistory } from '../jobs/removeOldHistory';
import { rewrapSecrets } from '../jobs/rewrapSecrets';
import { DeploymentFollowers } from '../logs/DeploymentFollowers';
import { DeploymentLogStream } from '../logs/DeploymentLogStream';
import { periodically } from '../periodically';
import { createSitesHostRouter } from '../publishing/createSitesHostRouter';
import { HealthChecks } from '../publishing/HealthChecks';
import { PublishedReleases } from '../publishing/PublishedReleases';
import { SiteLookup } from '../publishing/SiteLookup';
import { DeadLettersService } from '../services/DeadLettersService';
import { DriftChecksService } from '../services/DriftChecksService';
import { DriftDecisionsService } from '../services/DriftDecisionsService';
import { StatesService } from '../services/StatesService';
import { BucketStates } from '../state/BucketStates';
import { createStateRouter } from '../state/createStateRouter';
import { readStateBucket } from '../state/readStateBucket';
import { TerraformStates } from '../state/TerraformStates';
import type {
  ContentMaterializer,
  DeploymentAllowances,
  PlanEvaluation,
} from './collaborators';
import { DeploymentControl } from './DeploymentControl';
import { DeploymentNotices } from './DeploymentNotices';
import type { DeploymentQueue } from './DeploymentQueue';
import { DeploymentRecovery } from './DeploymentRecovery';
import { DeploymentRunner } from './DeploymentRunner';
import { DeploymentWork } from './DeploymentWork';
import { expireApprovals } from './expireApprovals';
import { readDeploymentsConfig } from './readDeploymentsConfig';
import { identifyPlace } from './runPlace';
import { RunLeftovers } from './RunLeftovers';
import { SiteAddresses } from './SiteAddresses';
import { createWorkerId } from './workerIdentity';

const RECOVERY_MILLISECONDS = 10_000;
const HEALTH_ROUND_MILLISECONDS = 5_000;

/** The running half of the plugin: everything that makes deployments happen. */
export interface Deployments {
  control: DeploymentControl;
  deadLetters: DeadLettersService;
  driftChecks: DriftChecksService;
  driftDecisions: DriftDecisionsService;
  /** What gives out the turns of checks works with. */
  driftTurns: Omit<DriftTurnsOptions, 'directory'>;
  logStream: DeploymentLogStream;
  states: StatesService;
  /** Wraps what an older key wrapped by the present one. */
  rewrapSecrets(signal?: AbortSignal): Promise<void>;
  /** Deletes logs and versions of states whose time is over. */
  removeOldHistory(signal?: AbortSignal): Promise<void>;
  /** To be mounted at STATE_PATH, which authenticates by itself. */
  stateRouter: Router;
  /** To be put before the portal's own middleware. */
  sitesHost: SitesHostHandler;
  /**
   * Begins to recover what an earlier process left behind, and to take up work.
   * Call it once the HTTP server answers: Terraform keeps its state there.
   */
  start(): void;
  /** Stops and requeues what runs, while HTTP and database still work. */
  stop(): Promise<void>;
}

/**
 * @param options.database - already migrated
 * @throws when a setting is wrong, naming it
 */
export function createDeployments(options: {
  audit: SiteAudit;
  config: Config;
  database: TenantDatabase;
  listener: NotificationListener;
  queue: DeploymentQueue;
  directory: Pick<TenantDirectory, 'findCustomer' | 'findMembersWithRoles'>;
  discovery: DiscoveryService;
  events: EventsService;
  logger: LoggerService;
  allowances: DeploymentAllowances;
  outbox: Pick<Outbox, 'put'>;
  evaluation: PlanEvaluation;
  contents: ContentMaterializer;
  sessions: Pick<CloudSessions, 'open' | 'getOwner' | 'listKeptSecrets'>;
}): Deployments {
  const { database, listener, queue, discovery, events, logger } = options;
  const config = readDeploymentsConfig(options.config);
  const cipher = createEnvelopeCipher(options.config);
  const addresses = new SiteAddresses({ discovery, ...config });
  const sites = new PublishedSitesStore();
  const stores = {
    deployments: new DeploymentsStore(),
    runs: new RunsStore(),
    queued: new QueueStore(),
    log: new DeploymentLogStore(),
    deadLetters: new DeadLettersStore(),
    planFiles: new PlanFilesStore(cipher),
    outcomes: new SiteOutcomesStore(),
    domains: new SiteDomainsStore(),
    drift: new DriftStore(),
    states: new StatesStore(),
    sites: new SitesStore(),
  };
  const embedded = TerraformStates.create({
    database,
    store: stores.states,
    cipher,
  });
  const stateBucket = readStateBucket(options.config);
  const states = stateBucket
    ? BucketStates.create({ ...stores, database, bucket: stateBucket })
    : embedded;
  const health = new HealthChecks({
    database,
    sites,
    events,
    logger,
    innerOrigin: () => addresses.innerOrigin(),
    awsEndpoint: config.aws.endpoint,
    intervalMilliseconds: config.healthIntervalMilliseconds,
  });
  const notices = DeploymentNotices.create(options);
  const dependencies = {
    ...stores,
    audit: options.audit,
    workerId: createWorkerId(identifyPlace(config.runsDirectory)),
    settings: config,
    database,
    states,
    stateBucket,
    addresses,
    evaluation: options.evaluation,
    contents: options.contents,
    sessions: options.sessions,
    dns: new DnsLookup(config.aws.dnsServers),
    health,
    notices,
    queue,
    events,
    logger,
  };
  const runner = new DeploymentRunner(dependencies);
  const isActiveHere = (id: string) => runner.isActive(id);
  const work = new DeploymentWork({
    queue,
    runner,
    recovery: new DeploymentRecovery(dependencies, isActiveHere),
    leftovers: new RunLeftovers(dependencies, isActiveHere),
    concurrency: config.concurrency,
    longestRunSeconds: Math.ceil(config.timeLimitMilliseconds / 1_000) + 60,
  });
  const control = DeploymentControl.create({
    ...options,
    ...stores,
    notices,
    fourEyes: config.fourEyes,
  });
  const { checksPerHour, everyMilliseconds } = config.drift;
  const driftChecks = DriftChecksService.create({
    ...options,
    ...stores,
    checksPerHour,
  });
  const followers = DeploymentFollowers.create(listener, logger);
  const stops: (() => void)[] = [];

  return {
    control,
    deadLetters: DeadLettersService.create({
      ...stores,
      database,
      control,
      audit: options.audit,
    }),
    driftChecks,
    driftDecisions: DriftDecisionsService.create({ ...options, ...stores }),
    driftTurns: {
      database,
      drift: stores.drift,
      checks: driftChecks,
      checksPerHour,
      everyMilliseconds,
      logger,
    },
    logStream: new DeploymentLogStream({
      ...stores,
      database,
      followers,
      logger,
    }),
    states: StatesService.create({
      ...dependencies,
      sites: new SitesStore(),
      staleMilliseconds: config.staleMilliseconds,
      sessions: options.sessions,
    }),
    rewrapSecrets: signal =>
      rewrapSecrets(
        { database, secrets: new SecretsStore(cipher), logger },
        signal,
      ),
    removeOldHistory: signal =>
      removeOldHistory(
        {
          ...stores,
          database,
          stateVersions: stores.states,
          retention: config.retention,
          logger,
        },
        signal,
      ),
    stateRouter: createStateRouter({
      database,
      tokens: new RunTokensStore(),
      states: embedded,
    }),
    sitesHost: createSitesHostRouter({
      domain: config.domain,
      sites: new SiteLookup(database, sites),
      releases: new PublishedReleases(config.publishedDirectory),
      logger,
    }),
    start() {
      stops.push(
        periodically({
          what: 'take up and recover deployments',
          firstAfterMilliseconds: 0,
          everyMilliseconds: RECOVERY_MILLISECONDS,
          work: signal => work.round(signal),
          logger,
        }),
        periodically({
          what: 'let go of plans that nobody decided about',
          everyMilliseconds: RECOVERY_MILLISECONDS,
          work: signal => expireApprovals(dependencies, signal),
          logger,
        }),
        periodically({
          what: 'check the health of sites',
          everyMilliseconds: HEALTH_ROUND_MILLISECONDS,
          work: signal => health.checkDue(signal),
          logger,
        }),
      );
    },
    async stop() {
      stops.forEach(stop => stop());
      await runner.stop();
      await queue.stop({ timeoutMilliseconds: 1_000 });
      await listener.stop();
    },
  };
}
