import { NotFoundError } from '@backstage/errors';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { ConformanceReport } from '../conformance';
import type { Import, ImportProblem, ImportStep } from '../domain/Import';
import type { SourcePeriodKey } from './CostRollups';
import { newId } from '../domain/ids';
import type { FileProfile } from '../reading';
import { toCount } from '../domain/toCount';

/** After this long without a word, who ran an import is taken for dead. */
const STALE_AFTER = '1 minute';
/** An import that so many processes died of is not tried again. */
const MOST_ATTEMPTS = 3;

/** What an import found, when it is over. */
export interface ImportOutcome {
  format: string;
  accepted: number;
  rejected: number;
  unchanged: boolean;
}

/** Imports of the business; every method takes a transaction of its door. */
export class ImportsStore {
  async insert(
    trx: TenantTransaction,
    received: Pick<
      Import,
      | 'sourceId'
      | 'fileName'
      | 'bytes'
      | 'sha256'
      | 'createdBy'
      | 'mode'
      | 'corrects'
      | 'declaredEncoding'
      | 'origin'
      | 'reallocates'
      | 'fileOf'
    >,
  ): Promise<Import> {
    const importId = newId('imp');
    await trx('cost_imports').insert({
      tenant_id: BUSINESS_TENANT,
      import_id: importId,
      source_id: received.sourceId,
      file_name: received.fileName,
      bytes: received.bytes,
      sha256: received.sha256,
      mode: received.mode,
      corrects: received.corrects ?? null,
      declared_encoding: received.declaredEncoding ?? null,
      origin: received.origin ?? null,
      state: 'queued',
      reallocates: received.reallocates,
      file_of: received.fileOf,
      created_by: received.createdBy,
    });
    return this.get(trx, importId);
  }

  /** @throws NotFoundError */
  async get(trx: TenantTransaction, importId: string): Promise<Import> {
    const row = await selectImports(trx).where({ import_id: importId }).first();
    if (!row) {
      throw new NotFoundError(`There is no import '${importId}'`);
    }
    return toImport(row);
  }

  /** Newest first. */
  async list(
    trx: TenantTransaction,
    filter: { sourceId?: string; offset: number; limit: number },
  ): Promise<{ items: Import[]; total: number }> {
    const matching = () => {
      const query = selectImports(trx);
      return filter.sourceId
        ? query.where({ 'cost_imports.source_id': filter.sourceId })
        : query;
    };
    const rows = await matching()
      .orderBy('cost_imports.created_at', 'desc')
      .orderBy('import_id', 'desc')
      .offset(filter.offset)
      .limit(filter.limit);
    const [{ total }] = await matching().clearSelect().count({ total: '*' });
    return { items: rows.map(toImport), total: toCount(total) };
  }

  /** The newest import of every source that brought a file. */
  async listNewest(trx: TenantTransaction): Promise<Import[]> {
    const rows = await selectImports(trx)
      .whereNull('reallocates')
      .distinctOn('cost_imports.source_id')
      .orderBy([
        { column: 'cost_imports.source_id' },
        { column: 'cost_imports.created_at', order: 'desc' },
      ]);
    return rows.map(toImport);
  }

  /**
   * Takes the oldest import that waits, or whose process died, and no other of
   * its source runs.
   *
   * @param worker - names the process; only it may go on with the import
   */
  async claim(
    trx: TenantTransaction,
    worker: string,
  ): Promise<Import | undefined> {
    const { rows } = await trx.raw(
      `update cost_imports
          set state = 'running', step = 'reading', claimed_by = :worker,
              seen_at = now(), attempts = attempts + 1,
              started_at = coalesce(started_at, now())
        where tenant_id = :tenant and import_id = (
          select import_id from cost_imports waiting
           where tenant_id = :tenant
             and (state = 'queued'
               or state = 'running' and seen_at < now() - interval '${STALE_AFTER}')
             and attempts < ${MOST_ATTEMPTS}
             and not exists (
               select from cost_imports running
                where running.tenant_id = waiting.tenant_id
                  and running.source_id = waiting.source_id
                  and running.import_id <> waiting.import_id
                  and running.state = 'running'
                  and running.seen_at >= now() - interval '${STALE_AFTER}')
           order by created_at, import_id
           limit 1 for update skip locked)
        returning import_id`,
      { worker, tenant: BUSINESS_TENANT },
    );
    return rows[0] && this.get(trx, rows[0].import_id);
  }

  /** Imports that every process died of. */
  async listGivenUp(trx: TenantTransaction): Promise<string[]> {
    return trx('cost_imports')
      .where({ tenant_id: BUSINESS_TENANT, state: 'running' })
      .where('attempts', '>=', MOST_ATTEMPTS)
      .whereRaw(`seen_at < now() - interval '${STALE_AFTER}'`)
      .pluck('import_id');
  }

  /**
   * Says that the import is alive, and what is being done.
   *
   * @returns false when another process has taken it over
   */
  async seen(
    trx: TenantTransaction,
    importId: string,
    options: { worker: string; step?: ImportStep },
  ): Promise<boolean> {
    const { worker, step } = options;
    const changed = await trx('cost_imports')
      .where({ ...keyOf(importId), claimed_by: worker, state: 'running' })
      .update({ seen_at: trx.fn.now(), ...(step && { step }) });
    return changed === 1;
  }

  async keepConformance(
    trx: TenantTransaction,
    importId: string,
    report: ConformanceReport,
  ): Promise<void> {
    await trx('cost_imports')
      .where(keyOf(importId))
      .update({ conformance: JSON.stringify(report) });
  }

  /** @returns undefined when there is none, as for exports that are not FOCUS */
  async findConformance(
    trx: TenantTransaction,
    importId: string,
  ): Promise<ConformanceReport | undefined> {
    const row = await trx('cost_imports')
      .where(keyOf(importId))
      .first('conformance');
    return row?.conformance ?? undefined;
  }

  /** What the file turned out to be: the names of its columns, and its encoding. */
  async keepProfile(
    trx: TenantTransaction,
    importId: string,
    { columns, encoding }: Pick<FileProfile, 'columns' | 'encoding'>,
  ): Promise<void> {
    await trx('cost_imports')
      .where(keyOf(importId))
      .update({ columns: JSON.stringify(columns), encoding });
  }

  /** Names of the columns of the file; undefined when it was not read. */
  async findColumns(
    trx: TenantTransaction,
    importId: string,
  ): Promise<string[] | undefined> {
    const row = await trx('cost_imports')
      .where(keyOf(importId))
      .first('columns');
    return row?.columns ?? undefined;
  }

  /** The version of the rules that the import's charges are allocated by. */
  async keepRuleSetVersion(
    trx: TenantTransaction,
    importId: string,
    version: number,
  ): Promise<void> {
    await trx('cost_imports')
      .where(keyOf(importId))
      .update({ rule_set_version: version });
  }

  /** The import whose file a re-run reads. */
  async keepFileOf(
    trx: TenantTransaction,
    importId: string,
    fileOf: string,
  ): Promise<void> {
    await trx('cost_imports')
      .where(keyOf(importId))
      .update({ file_of: fileOf });
  }

  /** The re-run of a source's billing period that has not begun yet. */
  async findQueuedReallocation(
    trx: TenantTransaction,
    { sourceId, billingPeriod }: SourcePeriodKey,
  ): Promise<Import | undefined> {
    const row = await selectImports(trx)
      .where({
        'cost_imports.source_id': sourceId,
        reallocates: billingPeriod,
        state: 'queued',
      })
      .first();
    return row && toImport(row);
  }

  /** What the file was read with; says, with the file, what comes out. */
  async keepInputDigest(
    trx: TenantTransaction,
    importId: string,
    digest: string,
  ): Promise<void> {
    await trx('cost_imports')
      .where(keyOf(importId))
      .update({ input_digest: digest });
  }

  /**
   * The import that the source still has all rows of, and that says the same:
   * for one that replaces, made from the same input and alone but for its
   * corrections; for others, of the same file.
   */
  async findInForce(
    trx: TenantTransaction,
    { corrects, mode, sha256, sourceId }: Import,
    digest: string,
  ): Promise<ImportOutcome | undefined> {
    const isSame =
      mode === 'replace'
        ? `same.mode = 'replace' and input_digest = :digest and not exists (
             select from restatements restated join period_files other
                    using (tenant_id, billing_period)
              where restated.tenant_id = same.tenant_id
                and restated.import_id = same.import_id
                and other.source_id = same.source_id
                and other.import_id <> same.import_id
                and not exists (
                  select from cost_imports correction
                   where correction.tenant_id = other.tenant_id
                     and correction.import_id = other.import_id
                     and correction.corrects = same.import_id))`
        : `same.corrects is not distinct from :corrects and sha256 = :sha256`;
    const { rows } = await trx.raw(
      `select format, accepted, rejected, true as unchanged
         from cost_imports same
        where tenant_id = :tenant and source_id = :sourceId
          and state = 'succeeded' and not unchanged and ${isSame}
          and not exists (
            select from restatements
             where tenant_id = same.tenant_id and import_id = same.import_id
               and not exists (
                 select from period_files kept
                  where kept.tenant_id = same.tenant_id
                    and kept.source_id = same.source_id
                    and kept.billing_period = restatements.billing_period
                    and kept.import_id = same.import_id))
        order by created_at desc limit 1`,
      {
        tenant: BUSINESS_TENANT,
        sourceId,
        ...(mode === 'replace'
          ? { digest }
          : { corrects: corrects ?? null, sha256 }),
      },
    );
    return (
      rows[0] && {
        ...rows[0],
        accepted: toCount(rows[0].accepted),
        rejected: toCount(rows[0].rejected),
      }
    );
  }

  /** Only who has the import may end it. */
  async succeed(
    trx: TenantTransaction,
    importId: string,
    options: ImportOutcome & { worker: string },
  ): Promise<void> {
    const { worker, ...outcome } = options;
    const changed = await trx('cost_imports')
      .where({ ...keyOf(importId), claimed_by: worker, state: 'running' })
      .update({
        ...outcome,
        state: 'succeeded',
        step: null,
        finished_at: trx.fn.now(),
      });
    if (changed !== 1) {
      throw new Error(`Import ${importId} was taken over by another process`);
    }
  }

  async fail(
    trx: TenantTransaction,
    importId: string,
    problem: ImportProblem,
  ): Promise<void> {
    await trx('cost_imports')
      .where(keyOf(importId))
      .whereIn('state', ['queued', 'running'])
      .update({
        state: 'failed',
        step: null,
        problem: JSON.stringify(problem),
        finished_at: trx.fn.now(),
      });
  }
}

function keyOf(importId: string) {
  return { tenant_id: BUSINESS_TENANT, import_id: importId };
}

// The report is large, so that a list must not read it.
function selectImports(trx: TenantTransaction) {
  return trx('cost_imports')
    .join('cost_sources', function ofImport() {
      this.on('cost_sources.tenant_id', 'cost_imports.tenant_id').andOn(
        'cost_sources.source_id',
        'cost_imports.source_id',
      );
    })
    .where({ 'cost_imports.tenant_id': BUSINESS_TENANT })
    .select(
      'cost_imports.import_id',
      'cost_imports.source_id',
      'cost_sources.name as source_name',
      'file_name',
      'bytes',
      'sha256',
      'mode',
      'corrects',
      'declared_encoding',
      'origin',
      'encoding',
      'state',
      'step',
      'format',
      'accepted',
      'rejected',
      'unchanged',
      'rule_set_version',
      'file_of',
      trx.raw('reallocates::text as reallocates'),
      'problem',
      'cost_imports.created_by',
      'cost_imports.created_at',
      'started_at',
      'finished_at',
      trx.raw(
        `(conformance->'summary'->'MUST'->>'broken')::int as must_findings`,
      ),
      trx.raw(
        `(conformance->'summary'->'SHOULD'->>'broken')::int as should_findings`,
      ),
    );
}

function toImport(row: Record<string, any>): Import {
  return {
    importId: row.import_id,
    sourceId: row.source_id,
    sourceName: row.source_name,
    fileName: row.file_name,
    bytes: toCount(row.bytes),
    sha256: row.sha256,
    mode: row.mode,
    corrects: row.corrects ?? undefined,
    declaredEncoding: row.declared_encoding ?? undefined,
    origin: row.origin ?? undefined,
    encoding: row.encoding ?? undefined,
    state: row.state,
    step: row.step ?? undefined,
    format: row.format ?? undefined,
    accepted: countOf(row.accepted),
    rejected: countOf(row.rejected),
    unchanged: row.unchanged,
    ruleSetVersion: row.rule_set_version ?? undefined,
    reallocates: row.reallocates ?? undefined,
    fileOf: row.file_of ?? undefined,
    mustFindings: row.must_findings ?? undefined,
    shouldFindings: row.should_findings ?? undefined,
    problem: row.problem ?? undefined,
    createdBy: row.created_by,
    createdAt: row.created_at,
    startedAt: row.started_at ?? undefined,
    finishedAt: row.finished_at ?? undefined,
  };
}

function countOf(bigint: string | null): number | undefined {
  return bigint === null ? undefined : toCount(bigint);
}
