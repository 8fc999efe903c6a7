import type {
  DeploymentKind,
  DeploymentState,
} from '@freehold/plugin-sites-common';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { LogLine } from './DeploymentLogStore';

/** Lines of one log that a search found. */
export interface FoundLog {
  tenant: string;
  deploymentId: string;
  siteId: string;
  siteName: string;
  kind: DeploymentKind;
  state: DeploymentState;
  createdAt: Date;
  /** The first of them. */
  lines: LogLine[];
}

/** After every word that begins so, in the order of bytes. */
const LAST = '\u{10ffff}';
const LINES_OF_EACH = 3;

/**
 * Finds lines in logs. Row security keeps LIKE from using an index, since it
 * could tell of other rows by failing; comparisons of words cannot. So a table
 * of words finds the logs, and only these are read.
 */
export class LogSearchStore {
  /**
   * Logs that have all words, the newest first.
   *
   * @param filter.before - only those of deployments that are older than this one
   */
  async findLogs(
    trx: TenantTransaction,
    filter: {
      tenant?: string;
      siteId?: string;
      terms: string[];
      before?: string;
      limit: number;
    },
  ): Promise<string[]> {
    const { tenant, siteId, terms, before, limit } = filter;
    const having = (term: string) => {
      const query = trx('deployment_log_words')
        .where('word', '>=', term)
        .where('word', '<', term + LAST)
        .select('deployment_id');
      if (tenant) query.where('tenant_id', tenant);
      if (before) query.where('deployment_id', '<', before);
      return query;
    };
    const [first, ...others] = terms;
    const query = trx
      .from(having(first).intersect(others.map(having)).as('found'))
      .distinct('found.deployment_id')
      .orderBy('found.deployment_id', 'desc')
      .limit(limit);
    if (siteId) {
      query
        .join('deployments', 'deployments.deployment_id', 'found.deployment_id')
        .where('deployments.site_id', siteId);
    }
    const rows = await query;
    return rows.map(row => row.deployment_id);
  }

  /**
   * The first lines of each log that have all the terms, newest log first. Logs
   * are read one by one, and no more of them than it takes to find as many as
   * are asked for.
   *
   * @param options.among - logs that have all the terms somewhere
   */
  async findLines(
    trx: TenantTransaction,
    options: { among: string[]; terms: string[]; limit: number },
  ): Promise<FoundLog[]> {
    const { among, terms, limit } = options;
    const { rows } = await trx.raw(
      `select d.tenant_id, d.deployment_id, d.site_id, d.kind, d.state,
              d.created_at, d.desired ->> 'name' as site_name, found.lines
         from (select * from deployments where deployment_id = any (?)
                order by deployment_id desc) d
         cross join lateral (
           select jsonb_agg(line order by line.seq) as lines
             from (select seq, at, stream, text from deployment_log
                    where tenant_id = d.tenant_id
                      and deployment_id = d.deployment_id
                      and text ilike all (?)
                    order by seq limit ?) line) found
        where found.lines is not null
        order by d.deployment_id desc
        limit ?`,
      [among, terms.map(containing), LINES_OF_EACH, limit],
    );
    return rows.map((row: Record<string, any>): FoundLog => ({
      tenant: row.tenant_id,
      deploymentId: row.deployment_id,
      siteId: row.site_id,
      siteName: row.site_name,
      kind: row.kind,
      state: row.state,
      createdAt: row.created_at,
      lines: row.lines.map((line: any) => ({
        ...line,
        at: new Date(line.at),
      })),
    }));
  }

  /** Lines of one log that contain a text, and how many there are in all. */
  async searchLog(
    trx: TenantTransaction,
    tenant: string,
    deploymentId: string,
    options: { text: string; after: number; limit: number },
  ): Promise<{ items: LogLine[]; total: number }> {
    const matching = () =>
      trx('deployment_log')
        .where({ tenant_id: tenant, deployment_id: deploymentId })
        .whereILike('text', containing(options.text));
    const [{ count }] = await matching().count();
    const rows = await matching()
      .where('seq', '>', options.after)
      .orderBy('seq')
      .limit(options.limit)
      .select('seq', 'at', 'stream', 'text');
    return {
      items: rows.map(row => ({ ...row, seq: Number(row.seq) })),
      total: Number(count),
    };
  }
}

function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
