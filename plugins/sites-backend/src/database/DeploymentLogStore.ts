import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import { wordsOfLine } from '../domain/logWords';
import { notifyDeploymentChanged } from './deploymentNotifications';

/** Where a line came from: Terraform's own output, or the portal telling what it does. */
export type LogStream = 'stdout' | 'stderr' | 'portal';

export interface NewLogLine {
  stream: LogStream;
  text: string;
}

export interface LogLine extends NewLogLine {
  /** Counts from 1 without gaps. */
  seq: number;
  at: Date;
}

/** The append-only log of a deployment. */
export class DeploymentLogStore {
  /**
   * Appends lines in order. Appenders of one deployment wait for each other, so
   * that a reader who has seen line n never misses one before it.
   */
  async append(
    trx: TenantTransaction,
    tenant: string,
    deploymentId: string,
    lines: readonly NewLogLine[],
  ): Promise<void> {
    if (lines.length === 0) {
      return;
    }
    const [row] = await trx('deployments')
      .where({ tenant_id: tenant, deployment_id: deploymentId })
      .increment('log_length', lines.length)
      .returning('log_length');
    const first = Number(row.log_length) - lines.length + 1;
    await trx('deployment_log').insert(
      lines.map((line, index) => ({
        tenant_id: tenant,
        deployment_id: deploymentId,
        seq: first + index,
        stream: line.stream,
        text: line.text,
        at: trx.raw('clock_timestamp()'),
      })),
    );
    await this.addWords(trx, tenant, deploymentId, lines);
    await notifyDeploymentChanged(trx, tenant, deploymentId);
  }

  /** Lines after `after`, at most `limit` of them. */
  async read(
    trx: TenantTransaction,
    tenant: string,
    deploymentId: string,
    options: { after: number; limit: number },
  ): Promise<LogLine[]> {
    const rows = await trx('deployment_log')
      .where({ tenant_id: tenant, deployment_id: deploymentId })
      .where('seq', '>', options.after)
      .orderBy('seq')
      .limit(options.limit)
      .select('seq', 'at', 'stream', 'text');
    return rows.map(row => ({ ...row, seq: Number(row.seq) }));
  }

  /** Logs of deployments that ended before; for the all-tenants door. */
  async listTooOld(
    trx: TenantTransaction,
    endedBefore: Date,
    limit: number,
  ): Promise<{ tenant: string; deploymentId: string }[]> {
    const rows = await trx('deployments')
      .where('finished_at', '<', endedBefore)
      .whereNotNull('finished_at')
      .whereNull('log_removed_at')
      .orderBy('finished_at')
      .limit(limit)
      .select('tenant_id', 'deployment_id');
    return rows.map(row => ({
      tenant: row.tenant_id,
      deploymentId: row.deployment_id,
    }));
  }

  /** Deletes a log; its deployment says from then on that there was one. */
  async remove(
    trx: TenantTransaction,
    tenant: string,
    deploymentId: string,
  ): Promise<void> {
    const ofDeployment = { tenant_id: tenant, deployment_id: deploymentId };
    await trx('deployment_log').where(ofDeployment).delete();
    await trx('deployment_log_words').where(ofDeployment).delete();
    await trx('deployments')
      .where(ofDeployment)
      .update({ log_removed_at: trx.fn.now() });
  }

  private async addWords(
    trx: TenantTransaction,
    tenant: string,
    deploymentId: string,
    lines: readonly NewLogLine[],
  ): Promise<void> {
    const words = [...new Set(lines.flatMap(({ text }) => wordsOfLine(text)))];
    await trx.raw(
      `insert into deployment_log_words (tenant_id, word, deployment_id)
         select ?, word, ? from unnest(?::text[]) word
       on conflict do nothing`,
      [tenant, deploymentId, words.sort()],
    );
  }
}
