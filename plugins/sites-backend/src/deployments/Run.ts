import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type {
  TenantDatabase,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import type { SiteAudit } from '../audit/SiteAudit';
import type { DeadLettersStore } from '../database/DeadLettersStore';
import type { DeploymentLogStore } from '../database/DeploymentLogStore';
import type { DeploymentsStore } from '../database/DeploymentsStore';
import type { DriftStore } from '../database/DriftStore';
import type { PlanFilesStore } from '../database/PlanFilesStore';
import type { QueueStore } from '../database/QueueStore';
import type { RunsStore } from '../database/RunsStore';
import type { SiteDomainsStore } from '../database/SiteDomainsStore';
import type { SiteOutcomesStore } from '../database/SiteOutcomesStore';
import { isRunning, type Deployment } from '../domain/Deployment';
import type { CloudSessions } from '../clouds/CloudSessions';
import type { DnsLookup } from '../clouds/DnsLookup';
import type { AwsStackSettings } from '../clouds/readAwsStackSettings';
import { DeploymentLogWriter } from '../logs/DeploymentLogWriter';
import type { SiteStates, StateAddress } from '../state/SiteStates';
import type { StateBucket } from '../state/StateBucket';
import { RunDirectory } from '../terraform/RunDirectory';
import type {
  StateAccess,
  TerraformSettings,
} from '../terraform/TerraformWorkspace';
import type {
  ContentMaterializer,
  HealthCheck,
  PlanEvaluation,
} from './collaborators';
import type { DeploymentNotices } from './DeploymentNotices';
import type { DeploymentQueue } from './DeploymentQueue';
import { RunStopped } from './runOutcome';
import { RunWatch } from './RunWatch';
import type { SiteAddresses } from './SiteAddresses';

export interface RunSettings {
  terraform: TerraformSettings;
  runsDirectory: string;
  publishedDirectory: string;
  timeLimitMilliseconds: number;
  /** After this long without a word a worker is taken for dead. */
  staleMilliseconds: number;
  /**
   * After this long without a word of the only machine that knows how far an
   * apply came, it is left to staff.
   */
  takeOverMilliseconds: number;
  /** How long to wait before a second attempt; later ones wait longer. */
  retryMilliseconds: number;
  /** How long a plan waits for its approval. */
  approvalMilliseconds: number;
  /** Where people reach the portal. */
  publicUrl: string;
  aws: AwsStackSettings;
}

/** What running, and recovering, deployments needs. */
export interface RunDependencies {
  workerId: string;
  settings: RunSettings;
  database: TenantDatabase;
  deployments: DeploymentsStore;
  runs: RunsStore;
  /** What waits for a worker. */
  queued: QueueStore;
  log: DeploymentLogStore;
  deadLetters: DeadLettersStore;
  planFiles: PlanFilesStore;
  outcomes: SiteOutcomesStore;
  domains: SiteDomainsStore;
  dns: Pick<DnsLookup, 'has'>;
  drift: DriftStore;
  audit: SiteAudit;
  states: SiteStates;
  /** Where states are kept, if not by the portal itself. */
  stateBucket?: StateBucket;
  addresses: SiteAddresses;
  evaluation: PlanEvaluation;
  contents: ContentMaterializer;
  sessions: Pick<CloudSessions, 'open' | 'getOwner'>;
  health: HealthCheck;
  notices: DeploymentNotices;
  queue: DeploymentQueue;
  events: EventsService;
  logger: LoggerService;
}

/** A deployment in the hands of this worker. */
export class Run {
  readonly address: StateAddress;
  readonly directory: RunDirectory;
  readonly log: DeploymentLogWriter;
  readonly watch: RunWatch;
  private token?: string;

  constructor(
    private readonly deps: RunDependencies,
    public deployment: Deployment,
  ) {
    const { tenant, siteId, deploymentId } = deployment;
    this.address = { tenant, siteId, deploymentId };
    this.directory = RunDirectory.of(deps.settings.runsDirectory, deploymentId);
    this.log = new DeploymentLogWriter(
      lines =>
        deps.database.transaction(tenant, trx =>
          deps.log.append(trx, tenant, deploymentId, lines),
        ),
      deps.logger,
    );
    this.watch = new RunWatch({
      database: deps.database,
      runs: deps.runs,
      run: { tenant, deploymentId, workerId: deps.workerId },
      timeLimitMilliseconds: deps.settings.timeLimitMilliseconds,
      staleMilliseconds: deps.settings.staleMilliseconds,
    });
  }

  /** From now on Terraform shows this token to the state backend. */
  useToken(token: string): void {
    this.log.addSecret(token);
    this.token = token;
  }

  /** From now on nothing in the log shows what lets Terraform into the cloud. */
  hide(secrets: readonly string[]): void {
    secrets.forEach(secret => this.log.addSecret(secret));
  }

  async stateAccess(): Promise<StateAccess> {
    const { addresses, stateBucket } = this.deps;
    if (stateBucket) {
      const { secrets, ...access } = await stateBucket.access(this.address);
      this.hide(secrets);
      return access;
    }
    const url = await addresses.stateUrl(this.address);
    return {
      environment: {
        TF_HTTP_ADDRESS: url,
        TF_HTTP_LOCK_ADDRESS: `${url}/lock`,
        TF_HTTP_LOCK_METHOD: 'POST',
        TF_HTTP_UNLOCK_ADDRESS: `${url}/lock`,
        TF_HTTP_UNLOCK_METHOD: 'DELETE',
        TF_HTTP_USERNAME: this.address.deploymentId,
        TF_HTTP_PASSWORD: this.token ?? '',
      },
    };
  }

  /**
   * Changes the deployment, if it is still in the hands of this worker.
   *
   * @throws RunStopped when it is not
   */
  async change(
    work: (
      trx: TenantTransaction,
      deployment: Deployment,
    ) => Promise<Deployment>,
  ): Promise<Deployment> {
    const { tenant, deploymentId } = this.address;
    this.deployment = await this.deps.database.transaction(
      tenant,
      async trx => {
        const present = await this.deps.deployments.lock(
          trx,
          tenant,
          deploymentId,
        );
        const isHeld =
          isRunning(present.state) && present.workerId === this.deps.workerId;
        if (!isHeld) {
          this.watch.stop('lost');
          throw new RunStopped();
        }
        return work(trx, present);
      },
    );
    return this.deployment;
  }

  async close(): Promise<void> {
    this.watch.close();
    await this.log.flush();
  }
}
