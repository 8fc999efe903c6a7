import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { SitesChangedEvent } from '@freehold/plugin-sites-node';
import {
  createEnvelopeCipher,
  Outbox,
  Refusals,
  TenantAccess,
  TenantDatabase,
  type OutboxMessage,
} from '@freehold/plugin-tenancy-node';
import { createTenantPermissions } from '@freehold/plugin-tenancy-node/testUtils';
import type { Knex } from 'knex';
import request from 'supertest';
import { SiteAudit } from '../audit/SiteAudit';
import { createServices } from '../createServices';
import { DeadLettersStore } from '../database/DeadLettersStore';
import { DeadLettersService } from '../services/DeadLettersService';
import { DeploymentLogStore } from '../database/DeploymentLogStore';
import { DeploymentsStore } from '../database/DeploymentsStore';
import { DriftStore } from '../database/DriftStore';
import { migrationsDirectory } from '../database/migrate';
import { NotificationListener } from '../database/NotificationListener';
import { PlanFilesStore } from '../database/PlanFilesStore';
import { RunsStore } from '../database/RunsStore';
import { SiteOutcomesStore } from '../database/SiteOutcomesStore';
import { SitesStore } from '../database/SitesStore';
import { StatesStore } from '../database/StatesStore';
import { DeploymentControl } from '../deployments/DeploymentControl';
import { DeploymentNotices } from '../deployments/DeploymentNotices';
import type { DeploymentQueue } from '../deployments/DeploymentQueue';
import { DeploymentFollowers } from '../logs/DeploymentFollowers';
import { DeploymentLogStream } from '../logs/DeploymentLogStream';
import { createRouter } from '../routes/createRouter';
import { DriftChecksService } from '../services/DriftChecksService';
import { DriftDecisionsService } from '../services/DriftDecisionsService';
import { StatesService } from '../services/StatesService';
import { TerraformStates } from '../state/TerraformStates';
import { directory } from './directory';
import { createLimits } from './limits';
import { readOutbox } from './readOutbox';
import { sitesConfig } from './sitesConfig';

/**
 * The routes, services and stores of the sites plugin on a real database and
 * real HTTP. Permission decisions are of the shape the portal's policy makes.
 * Nothing works the queue: tests say themselves how a deployment ends.
 */
export async function startSitesBackend(
  knex: Knex,
  ownLimits?: Parameters<typeof createLimits>[0],
  aws?: object,
) {
  await knex.migrate.latest({ directory: migrationsDirectory });
  const database = await TenantDatabase.create({ getClient: async () => knex });
  const sent: string[] = [];
  const queue = {
    send: async (tenant: string, deploymentId: string) => {
      sent.push(`${tenant}/${deploymentId}`);
    },
  } as DeploymentQueue;
  const changed: SitesChangedEvent[] = [];
  const messages: OutboxMessage[] = [];
  const events = mockServices.events.mock({
    publish: async ({ eventPayload }) => {
      changed.push(eventPayload as SitesChangedEvent);
    },
  });
  const dataDirectory = createMockDirectory().path;
  const config = mockServices.rootConfig({
    data: sitesConfig(dataDirectory, aws),
  });
  const outbox = Outbox.create(createEnvelopeCipher(config));
  const audit = SiteAudit.create(outbox);
  const logger = mockServices.logger.mock();
  const deployments = new DeploymentsStore();
  const listener = NotificationListener.create(knex, logger);

  const { server } = await startTestBackend({
    features: [
      createBackendPlugin({
        pluginId: 'sites',
        register(env) {
          env.registerInit({
            deps: {
              auth: coreServices.auth,
              httpAuth: coreServices.httpAuth,
              httpRouter: coreServices.httpRouter,
              permissions: coreServices.permissions,
            },
            async init({ auth, httpAuth, httpRouter, permissions }) {
              const shared = {
                audit,
                database,
                directory,
                events,
                limits: createLimits(ownLimits),
                logger,
                outbox,
                queue,
              };
              const services = await createServices({
                ...shared,
                config,
                planChecks: [],
              });
              const deadLetterStore = new DeadLettersStore();
              const control = DeploymentControl.create({
                ...shared,
                ...services,
                deployments,
                notices: DeploymentNotices.create({
                  directory,
                  outbox: {
                    put: async (_trx, message) => {
                      messages.push(message);
                    },
                  },
                }),
                log: new DeploymentLogStore(),
                outcomes: new SiteOutcomesStore(),
                deadLetters: deadLetterStore,
                fourEyes: false,
              });
              httpRouter.use(
                createRouter({
                  ...services,
                  auth,
                  httpAuth,
                  access: TenantAccess.create(permissions),
                  refusals: Refusals.create(shared),
                  control,
                  deadLetters: DeadLettersService.create({
                    ...shared,
                    deployments,
                    control,
                    deadLetters: deadLetterStore,
                  }),
                  driftChecks: DriftChecksService.create({
                    ...shared,
                    ...services,
                    sites: new SitesStore(),
                    deployments,
                    drift: new DriftStore(),
                    checksPerHour: 60,
                  }),
                  driftDecisions: DriftDecisionsService.create({
                    ...shared,
                    ...services,
                    sites: new SitesStore(),
                    deployments,
                    planFiles: new PlanFilesStore(createEnvelopeCipher(config)),
                    states: new StatesStore(),
                  }),
                  states: StatesService.create({
                    ...shared,
                    sites: new SitesStore(),
                    runs: new RunsStore(),
                    states: TerraformStates.create({
                      database,
                      store: new StatesStore(),
                      cipher: createEnvelopeCipher(config),
                    }),
                    sessions: services.cloudSessions,
                    staleMilliseconds: 60_000,
                  }),
                  logStream: new DeploymentLogStream({
                    ...shared,
                    deployments,
                    log: new DeploymentLogStore(),
                    followers: DeploymentFollowers.create(listener, logger),
                  }),
                }),
              );
            },
          });
        },
      }),
      createTenantPermissions('sites'),
    ],
  });

  return {
    config,
    database,
    directory,
    dataDirectory,
    logger,
    listener,
    sent,
    changed,
    audit,
    /** What was put on the record, in its order. */
    recorded: () => readOutbox(database, outbox),
    /** What was put into the outbox. */
    messages,
    /** Requests as this user, such as `birch/bea` or `default/olga`. */
    as: (user: string) =>
      request
        .agent(server)
        .set('authorization', mockCredentials.user.header(`user:${user}`)),
    asNobody: () =>
      request.agent(server).set('authorization', 'Bearer nonsense'),
    /** Ends a queued deployment as the runner does. */
    end: (tenant: string, id: string, outcome: Outcome) =>
      endDeployment(database, tenant, id, outcome),
  };
}

export type SitesBackend = Awaited<ReturnType<typeof startSitesBackend>>;

type Outcome = 'succeeded' | 'failed';

async function endDeployment(
  database: TenantDatabase,
  tenant: string,
  deploymentId: string,
  outcome: Outcome,
) {
  const deployments = new DeploymentsStore();
  const outcomes = new SiteOutcomesStore();
  await database.transaction(tenant, async trx => {
    let deployment = await deployments.lock(trx, tenant, deploymentId);
    deployment = await deployments.move(trx, deployment, 'planning');
    if (outcome === 'failed') {
      deployment = await deployments.move(trx, deployment, 'failed', {
        failure: { code: 'tried', message: 'It was tried. Retry it.' },
      });
      await outcomes.recordUnsuccess(trx, deployment);
      return;
    }
    deployment = await deployments.move(trx, deployment, 'applying');
    deployment = await deployments.move(trx, deployment, 'succeeded');
    if (deployment.kind === 'destroy') {
      await outcomes.recordDestroyed(trx, deployment);
      return;
    }
    const url = `http://${deployment.desired.name}.${tenant}.localhost:7007`;
    await outcomes.recordApplied(trx, deployment, {
      url,
      healthUrl: url,
      costLabels: {},
      dnsRecords: [],
      servedDomains: [],
    });
  });
}
