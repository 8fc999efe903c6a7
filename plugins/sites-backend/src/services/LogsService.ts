import { NotFoundError } from '@backstage/errors';
import {
  readInScope,
  type TenantDatabase,
  type TenantScope,
} from '@freehold/plugin-tenancy-node';
import type {
  DeploymentLogStore,
  LogLine,
} from '../database/DeploymentLogStore';
import type { DeploymentsStore } from '../database/DeploymentsStore';
import type { FoundLog, LogSearchStore } from '../database/LogSearchStore';
import { searchTerms } from '../domain/logWords';
import type { Deployment } from '../domain/Deployment';

const LOGS_PER_PAGE = 20;
/** A page ends after so many logs were read, however few lines were found. */
const MOST_READ = 200;
const LINES_PER_READ = 1_000;

/** Logs of deployments: found by their words, and read whole. */
export class LogsService {
  static create(options: {
    database: TenantDatabase;
    deployments: Pick<DeploymentsStore, 'get'>;
    log: Pick<DeploymentLogStore, 'read'>;
    logSearch: LogSearchStore;
  }): LogsService {
    return new LogsService(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof LogsService.create>[0],
  ) {}

  /**
   * Which deployments said something: those with lines that have all words of
   * the text, or words that begin with them, newest first.
   *
   * @returns a page, and where the next one begins, if there may be more
   * @throws InputError when there is no word in the text
   */
  async searchLogs(
    scope: TenantScope,
    filter: {
      text: string;
      customer?: string;
      siteId?: string;
      before?: string;
    },
  ): Promise<{ items: FoundLog[]; next?: string }> {
    const { text, customer, siteId } = filter;
    const { database, logSearch } = this.deps;
    const terms = searchTerms(text);
    const page = await readInScope(
      database,
      { scope, customer, purpose: 'search logs for staff' },
      async (trx, tenant) => {
        const among = await logSearch.findLogs(trx, {
          tenant,
          siteId,
          terms,
          before: filter.before,
          limit: MOST_READ,
        });
        const limit = LOGS_PER_PAGE;
        const items = await logSearch.findLines(trx, { among, terms, limit });
        if (items.length === limit) {
          return { items, next: items.at(-1)!.deploymentId };
        }
        return among.length === MOST_READ
          ? { items, next: among.at(-1) }
          : { items };
      },
    );
    return page ?? { items: [] };
  }

  /**
   * Lines of one log that contain a text.
   *
   * @throws NotFoundError
   */
  async searchLog(
    tenant: string,
    deploymentId: string,
    options: { text: string; after: number; limit: number },
  ): Promise<{ items: LogLine[]; total: number }> {
    const { database, deployments, logSearch } = this.deps;
    return database.transaction(tenant, async trx => {
      await deployments.get(trx, tenant, deploymentId);
      return logSearch.searchLog(trx, tenant, deploymentId, options);
    });
  }

  /**
   * The whole log as it is now, in parts.
   *
   * @throws NotFoundError at once, also when its time was over
   */
  async readLog(
    tenant: string,
    deploymentId: string,
  ): Promise<{ deployment: Deployment; parts: AsyncIterable<LogLine[]> }> {
    const { database, deployments } = this.deps;
    const deployment = await database.transaction(tenant, trx =>
      deployments.get(trx, tenant, deploymentId),
    );
    if (deployment.logRemovedAt) {
      throw new NotFoundError(
        `The log of deployment '${deploymentId}' was removed when its time was over, on ${deployment.logRemovedAt.toISOString().slice(0, 10)}`,
      );
    }
    return { deployment, parts: this.readParts(tenant, deploymentId) };
  }

  private async *readParts(
    tenant: string,
    deploymentId: string,
  ): AsyncGenerator<LogLine[]> {
    const { database, log } = this.deps;
    let after = 0;
    for (;;) {
      const from = after;
      const lines = await database.transaction(tenant, trx =>
        log.read(trx, tenant, deploymentId, {
          after: from,
          limit: LINES_PER_READ,
        }),
      );
      if (lines.length > 0) {
        yield lines;
      }
      if (lines.length < LINES_PER_READ) {
        return;
      }
      after = lines.at(-1)!.seq;
    }
  }
}
