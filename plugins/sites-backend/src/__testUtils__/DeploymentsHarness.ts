import { ConfigReader } from '@backstage/config';
import {
  resolvePackagePath,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import { PLAIN_SPECIFICATION } from '@freehold/plugin-sites-common';
import type { CustomerState } from '@freehold/plugin-tenancy-common';
import {
  createEnvelopeCipher,
  Outbox,
  TenantDatabase,
  type AuditMessage,
  type OutboxMessage,
} from '@freehold/plugin-tenancy-node';
import express from 'express';
import type { Knex } from 'knex';
import { promises as fs } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createCloudSessions } from '../clouds/createCloudSessions';
import { SiteAudit } from '../audit/SiteAudit';
import type { PlanEvaluation } from '../deployments/collaborators';
import {
  createDeployments,
  type Deployments,
} from '../deployments/createDeployments';
import { DeploymentsStore } from '../database/DeploymentsStore';
import { NotificationListener } from '../database/NotificationListener';
import { SitesStore } from '../database/SitesStore';
import { PublishedSitesStore } from '../database/PublishedSitesStore';
import { HealthChecks } from '../publishing/HealthChecks';
import { DeploymentQueue } from '../deployments/DeploymentQueue';
import type { CredentialOwner } from '../domain/CloudCredential';
import type { Deployment, DesiredSite } from '../domain/Deployment';
import { directory as people } from './directory';
import { readOutbox } from './readOutbox';

export const MIGRATIONS = resolvePackagePath(
  '@freehold/plugin-sites-backend',
  'migrations',
);

/** 32 zero bytes: fit for tests only. */
export const TEST_KEY = Buffer.alloc(32).toString('base64');

export const PRICE = {
  amount: '12.50',
  currency: 'EUR',
  priceVersion: '2026-1',
  lines: [],
};

/** Prints nothing: what a test needs to know is in the deployments' logs. */
const logger: LoggerService = {
  error: () => undefined,
  warn: () => undefined,
  info: () => undefined,
  debug: () => undefined,
  child: () => logger,
};

const events: EventsService = {
  publish: async () => undefined,
  subscribe: async () => undefined,
};

/**
 * Deployments as the plugin runs them, with a real database and a real
 * Terraform, behind an HTTP server of their own.
 */
export class DeploymentsHarness {
  static async start(options: {
    knex: Knex;
    evaluation?: PlanEvaluation;
    dataDirectory?: string;
    terraformDirectory?: string;
    sites?: object;
    port?: number;
    customerState?: (slug: string) => CustomerState;
  }): Promise<DeploymentsHarness> {
    const app = express();
    const server = http.createServer(app);
    await new Promise<void>(resolve => {
      server.listen(options.port ?? 0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    const dataDirectory =
      options.dataDirectory ??
      (await fs.mkdtemp(path.join(os.tmpdir(), 'freehold-')));
    const { knex } = options;
    const database = await TenantDatabase.create({
      getClient: async () => knex,
    });
    const listener = NotificationListener.create(knex, logger);
    const queue = DeploymentQueue.create({ knex, listener, logger });
    const messages: OutboxMessage[] = [];
    const config = new ConfigReader({
      backend: { baseUrl: `http://localhost:${port}` },
      sites: {
        dataDirectory,
        terraform: {
          directory:
            options.terraformDirectory ??
            resolvePackagePath(
              '@freehold/plugin-sites-backend',
              '../../terraform',
            ),
          cancelGrace: { seconds: 5 },
        },
        ...options.sites,
      },
      tenancy: { encryption: { keys: [{ id: 'test', key: TEST_KEY }] } },
    });
    const outbox = Outbox.create(createEnvelopeCipher(config));
    const { sessions } = createCloudSessions({ config, database });
    const deployments = createDeployments({
      sessions,
      audit: SiteAudit.create(outbox),
      config,
      database,
      listener,
      queue,
      discovery: {
        getBaseUrl: async plugin => `http://127.0.0.1:${port}/api/${plugin}`,
        getExternalBaseUrl: async plugin =>
          `http://localhost:${port}/api/${plugin}`,
      },
      events,
      logger,
      directory: {
        findCustomer: async slug => ({
          slug,
          name: slug,
          tier: 'standard',
          state: options.customerState?.(slug) ?? 'active',
          requiresApproval: false,
        }),
        findMembersWithRoles: people.findMembersWithRoles,
      },
      outbox: {
        put: async (_trx, message) => {
          messages.push(message);
        },
      },
      allowances: {
        limitsOf: async () => ({
          requestsPerMinute: 100,
          deploymentsPerHour: 100,
          sites: 100,
        }),
        assertMayDeploy: async () => {},
      },
      evaluation: options.evaluation ?? {
        evaluate: async () => ({ findings: [], requiresApproval: false }),
      },
      contents: {
        materialize: async ({ desired }, directory) => {
          await fs.writeFile(
            path.join(directory, 'index.html'),
            `<h1>${desired.title}</h1>`,
          );
        },
      },
    });
    app.use(deployments.sitesHost as express.RequestHandler);
    app.use('/api/sites', deployments.stateRouter);
    app.use(((error, _request, response, _next) => {
      const status = { AuthenticationError: 401, ConflictError: 409 } as any;
      response.status(status[error.name] ?? error.status ?? 400).end();
    }) as express.ErrorRequestHandler);
    return new DeploymentsHarness(
      messages,
      database,
      outbox,
      queue,
      deployments,
      server,
      dataDirectory,
      port,
    );
  }

  private constructor(
    /** What was put into the outbox. */
    readonly messages: readonly OutboxMessage[],
    readonly database: TenantDatabase,
    private readonly outbox: Outbox,
    readonly queue: DeploymentQueue,
    readonly deployments: Deployments,
    private readonly server: http.Server,
    readonly dataDirectory: string,
    readonly port: number,
  ) {}

  private readonly store = new DeploymentsStore();
  private readonly sites = new SitesStore();

  /** Looks at the live sites that are due, as the portal does by itself. */
  async checkHealth(): Promise<void> {
    const checks = new HealthChecks({
      database: this.database,
      sites: new PublishedSitesStore(),
      events,
      logger,
      innerOrigin: async () => `http://127.0.0.1:${this.port}`,
      intervalMilliseconds: 60_000,
    });
    await checks.checkDue(new AbortController().signal);
  }

  /** Stops like a portal that is told to. */
  async stop(): Promise<void> {
    await this.deployments.stop();
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }

  async removeData(): Promise<void> {
    await fs.rm(this.dataDirectory, { recursive: true, force: true });
  }

  /** A new site with its first deployment, as an order makes them. */
  async order(
    tenant: string,
    name: string,
    changes: Partial<DesiredSite> = {},
    options: { credentialOwner?: CredentialOwner } = {},
  ): Promise<Deployment> {
    const desired = desiredSite(name, changes);
    const deployment = await this.database.transaction(tenant, async trx => {
      const { siteId } = await this.sites.insert(trx, {
        tenant,
        desired,
        price: PRICE,
        createdBy: `user:${tenant}/ada`,
        ...options,
      });
      return this.store.create(trx, {
        tenant,
        siteId,
        kind: 'apply',
        desired,
        requestedBy: `user:${tenant}/ada`,
        price: PRICE,
      });
    });
    await this.queue.send(tenant, deployment.deploymentId);
    return deployment;
  }

  /** Another deployment of the same site. */
  async change(
    of: Deployment,
    kind: Deployment['kind'],
    changes: Partial<DesiredSite> = {},
  ): Promise<Deployment> {
    const deployment = await this.database.transaction(of.tenant, trx =>
      this.store.create(trx, {
        tenant: of.tenant,
        siteId: of.siteId,
        kind,
        desired: { ...of.desired, ...changes },
        requestedBy: of.requestedBy,
        price: of.price,
      }),
    );
    await this.queue.send(of.tenant, deployment.deploymentId);
    return deployment;
  }

  /** What is on the record about the site of a deployment. */
  async recorded(of: Deployment): Promise<AuditMessage[]> {
    const messages = await readOutbox(this.database, this.outbox);
    return messages.filter(({ object }) => object.id === of.siteId);
  }

  async deployment(of: Deployment): Promise<Deployment> {
    return this.database.transaction(of.tenant, trx =>
      this.store.get(trx, of.tenant, of.deploymentId),
    );
  }

  /** Waits until the deployment is in one of the states. */
  async reaches(
    of: Deployment,
    ...states: Deployment['state'][]
  ): Promise<Deployment> {
    for (let round = 0; round < 600; round++) {
      const present = await this.deployment(of);
      if (states.includes(present.state)) {
        return present;
      }
      await sleep(50);
    }
    const { state, failure } = await this.deployment(of);
    throw new Error(
      `The deployment is ${state}, not ${states}: ${failure?.message}\n${await this.logText(of)}`,
    );
  }

  async site(of: Deployment): Promise<Record<string, any>> {
    return this.database.transaction(of.tenant, trx =>
      trx('sites').where({ site_id: of.siteId }).first(),
    );
  }

  async rows(tenant: string, table: string): Promise<Record<string, any>[]> {
    return this.database.transaction(tenant, trx => trx(table).select());
  }

  async logText(of: Deployment): Promise<string> {
    const lines = await this.database.transaction(of.tenant, trx =>
      trx('deployment_log')
        .where({ deployment_id: of.deploymentId })
        .orderBy('seq'),
    );
    return lines.map(line => line.text).join('\n');
  }

  /** Asks the portal's server in the name of a host. */
  async get(
    host: string,
    pathname = '/',
    options: { method?: string; headers?: Record<string, string> } = {},
  ): Promise<{
    status: number;
    headers: http.IncomingHttpHeaders;
    text: string;
  }> {
    return new Promise((resolve, reject) => {
      const request = http.request(
        {
          host: '127.0.0.1',
          port: this.port,
          path: pathname,
          method: options.method ?? 'GET',
          headers: { ...options.headers, host: `${host}:${this.port}` },
        },
        response => {
          const chunks: Buffer[] = [];
          response.on('data', chunk => chunks.push(chunk));
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              text: Buffer.concat(chunks).toString('utf8'),
            }),
          );
        },
      );
      request.on('error', reject);
      request.end();
    });
  }
}

export function desiredSite(
  name: string,
  changes: Partial<DesiredSite> = {},
): DesiredSite {
  return {
    name,
    title: `The ${name}`,
    product: 'website',
    cloud: 'local',
    region: 'here',
    size: 'small',
    content: { kind: 'starter' },
    ...PLAIN_SPECIFICATION,
    ...changes,
  };
}
