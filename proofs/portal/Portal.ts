import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, open, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { stringify } from 'yaml';
import { findFreePort } from '../../plugins/tenancy-node/src/testUtils/findFreePort.ts';
import { request } from '../http/request.ts';
import type { Database } from './Database.ts';
import type { MountedRoute } from './expressRoutes.ts';
import { findTerraform } from './findTerraform.ts';

export const repository = path.resolve(import.meta.dirname, '../..');

export interface PortalOptions {
  database: Database;
  /** Folder for the portal's files and its log; survives a kill. */
  folder: string;
  /** Demo customers and staff in the shape of examples/demo.yaml. */
  demo: object;
  /** Merged over app-config.yaml and what every proof needs. */
  config?: Record<string, unknown>;
  /** A portal on the same database, whose secrets this one shares. */
  beside?: Portal;
  /** Absolute paths of modules loaded into the process before the portal. */
  preload?: string[];
}

/** The real backend as a process of its own. */
export class Portal {
  /** Resolves once the portal answers; a start that fails shows its log. */
  static async start(options: PortalOptions): Promise<Portal> {
    const port = await findFreePort();
    await writeConfiguration(options, port);
    const portal = new Portal(options, port);
    await portal.launch();
    return portal;
  }

  readonly url: string;
  readonly port: number;
  private readonly options: PortalOptions;
  private child?: ChildProcess;
  private readonly secret: string;
  /** Base64; for proofs that open what the portal sealed. */
  readonly encryptionKey: string;

  private constructor(options: PortalOptions, port: number) {
    this.options = options;
    this.port = port;
    this.url = `http://localhost:${port}`;
    const newKey = () => randomBytes(32).toString('base64');
    this.secret = options.beside?.secret ?? newKey();
    this.encryptionKey = options.beside?.encryptionKey ?? newKey();
  }

  get pid(): number {
    return this.child!.pid!;
  }

  /** What no answer may ever hold. */
  get secrets(): string[] {
    const { password } = this.options.database.server;
    return [this.secret, this.encryptionKey, password];
  }

  get logFile(): string {
    return path.join(this.options.folder, 'portal.log');
  }

  get dataFolder(): string {
    return path.join(this.options.folder, 'data');
  }

  /** Starts the process again, on the same database, files and port. */
  async launch(preload: string[] = []): Promise<void> {
    const log = await open(this.logFile, 'a');
    this.child = spawn(
      process.execPath,
      [
        ...[
          path.join(import.meta.dirname, 'reportRoutes.ts'),
          ...(this.options.preload ?? []),
          ...preload,
        ].flatMap(file => ['--import', pathToFileURL(file).href]),
        ...backendScript(),
        '--config',
        path.join(repository, 'app-config.yaml'),
        '--config',
        configurationFile(this.options, 'proof'),
        '--config',
        configurationFile(this.options, 'trial'),
      ],
      {
        cwd: path.join(repository, 'packages/backend'),
        env: this.environment(),
        stdio: ['ignore', log.fd, log.fd, 'ipc'],
      },
    );
    await log.close();
    await this.waitUntilReady();
  }

  /** The routes of the running process. */
  async routes(): Promise<MountedRoute[]> {
    const { routes } = await this.ask<{ routes: MountedRoute[] }>('routes');
    return routes;
  }

  /** Puts a question to a module that was preloaded into the process. */
  async ask<Answer>(question: string): Promise<Answer> {
    const child = this.child!;
    const answer = new Promise<Answer>(resolve => {
      const listen = (message: { answer?: Answer; to?: string }) => {
        if (message.to === question) {
          child.off('message', listen);
          resolve(message.answer!);
        }
      };
      child.on('message', listen);
    });
    child.send({ ask: question });
    return answer;
  }

  /** Ends the process at once, as a power cut would. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) {
      return;
    }
    const exited = once(child, 'exit');
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await exited;
    clearTimeout(timer);
  }

  private async waitUntilReady(): Promise<void> {
    const deadline = Date.now() + 120_000;
    while (Date.now() < deadline && this.child!.exitCode === null) {
      const answer = await request(this.url, {
        path: '/.backstage/health/v1/readiness',
      }).catch(() => undefined);
      if (answer?.status === 200) {
        return;
      }
      await sleep(100);
    }
    const log = await readFile(this.logFile, 'utf8');
    await this.kill();
    throw new Error(`The portal did not start:\n${log.slice(-4000)}`);
  }

  private environment(): NodeJS.ProcessEnv {
    const { server, name } = this.options.database;
    const { NODE_OPTIONS: _, ...inherited } = process.env;
    return {
      ...inherited,
      NODE_ENV: 'production',
      POSTGRES_HOST: server.host,
      POSTGRES_PORT: String(server.port),
      POSTGRES_USER: server.user,
      POSTGRES_PASSWORD: server.password,
      POSTGRES_DATABASE: name,
      FREEHOLD_BACKEND_SECRET: this.secret,
      FREEHOLD_HOME: repository,
      FREEHOLD_PORT: String(this.port),
      FREEHOLD_URL: this.url,
      FREEHOLD_DATA: this.dataFolder,
      FREEHOLD_TERRAFORM: findTerraform() ?? '',
      FREEHOLD_ENCRYPTION_KEY: this.encryptionKey,
    };
  }
}

function configurationFile(
  options: PortalOptions,
  name: 'proof' | 'trial',
): string {
  return path.join(options.folder, `app-config.${name}.yaml`);
}

/** Proofs ask far more than people do; those about limits set their own. */
const ampleLimits = {
  requestsPerMinute: 1_000_000,
  deploymentsPerHour: 10_000,
};

async function writeConfiguration(
  options: PortalOptions,
  port: number,
): Promise<void> {
  const url = `http://localhost:${port}`;
  const demo = path.join(options.folder, 'demo.yaml');
  await mkdir(path.join(options.folder, 'data'), { recursive: true });
  await writeFile(demo, stringify(options.demo), { mode: 0o600 });
  const configuration = {
    app: { baseUrl: url },
    backend: { baseUrl: url, listen: { host: '127.0.0.1', port } },
    tenancy: {
      demo: { file: demo },
      limits: { tiers: { standard: ampleLimits, premium: ampleLimits } },
    },
    auth: { local: { demo: { file: demo } } },
    // Proofs bring in what they judge.
    costs: { demo: null },
  };
  await writeFile(
    configurationFile(options, 'proof'),
    stringify(configuration),
  );
  await writeFile(
    configurationFile(options, 'trial'),
    stringify(options.config ?? {}),
  );
}

/** The built backend when there is one to prove, else its sources. */
function backendScript(): string[] {
  const built = process.env.FREEHOLD_PROOFS_BACKEND;
  return built
    ? [built]
    : ['--require', '@backstage/cli/config/nodeTransform.cjs', 'src/index.ts'];
}
