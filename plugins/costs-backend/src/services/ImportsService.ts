import { ConflictError, NotFoundError } from '@backstage/errors';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import {
  receiveUpload,
  type TenantDatabase,
} from '@freehold/plugin-tenancy-node';
import fs from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { CostsAudit } from '../audit/CostsAudit';
import type { ConformanceReport } from '../conformance';
import type { ImportsStore } from '../database/ImportsStore';
import type { PeriodsStore } from '../database/PeriodsStore';
import type {
  RejectedRow,
  RejectedRowsStore,
} from '../database/RejectedRowsStore';
import type { SourcesStore } from '../database/SourcesStore';
import type { Import, Restatement } from '../domain/Import';
import type { DeclaredEncoding } from '../reading';
import type { ImportFiles } from '../imports/ImportFiles';

const ROWS_PER_PART = 1_000;

/** What is known of a file that is received. */
type Described = Pick<
  Import,
  'sourceId' | 'fileName' | 'mode' | 'corrects' | 'declaredEncoding' | 'origin'
> & { by: string };

/** Files of charges, received and followed. Callers have been authorized before. */
export class ImportsService {
  static create(options: {
    audit: CostsAudit;
    database: TenantDatabase;
    files: ImportFiles;
    imports: ImportsStore;
    /** The most bytes a file may have. */
    maximumBytes: number;
    periods: Pick<PeriodsStore, 'listRestatements'>;
    rejectedRows: Pick<RejectedRowsStore, 'list' | 'listOpenAfter'>;
    sources: Pick<SourcesStore, 'get'>;
    /** Has a worker look at once. */
    wake: () => void;
  }): ImportsService {
    return new ImportsService(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof ImportsService.create>[0],
  ) {}

  /**
   * Receives a file, and has it brought in afterwards.
   *
   * @throws NotFoundError about the source, PayloadTooLargeError, and InputError
   *   when the upload breaks off
   */
  async importCharges(
    sourceId: string,
    upload: Readable,
    options: {
      fileName: string;
      by: string;
      /** `replace` unless told. */
      mode?: 'replace' | 'add';
      declaredEncoding?: DeclaredEncoding;
      /** Where it was taken from, if nobody sent it. */
      origin?: string;
    },
  ): Promise<Import> {
    const { database, sources } = this.deps;
    await database.transaction(BUSINESS_TENANT, trx =>
      sources.get(trx, sourceId),
    );
    return this.receive(upload, {
      ...options,
      sourceId,
      mode: options.mode ?? 'replace',
    });
  }

  /**
   * Receives rejected rows of an import, as they were downloaded and corrected,
   * and has them added to what the import brought.
   *
   * @throws NotFoundError, ConflictError when the import has none to correct,
   *   and as {@link ImportsService.importCharges}
   */
  async correctRejectedRows(
    importId: string,
    upload: Readable,
    options: { fileName: string; by: string },
  ): Promise<Import> {
    const { database, imports, rejectedRows } = this.deps;
    const { sourceId } = await database.transaction(
      BUSINESS_TENANT,
      async trx => {
        const found = await imports.get(trx, importId);
        assertCorrectable(found);
        const { total } = await rejectedRows.list(trx, importId, {
          offset: 0,
          limit: 1,
        });
        if (total === 0) {
          throw new ConflictError(
            `Import '${importId}' has no rejected row, so there is nothing to correct.`,
          );
        }
        return found;
      },
    );
    return this.receive(upload, {
      ...options,
      sourceId,
      mode: 'correct',
      corrects: importId,
    });
  }

  private async receive(
    upload: Readable,
    described: Described,
  ): Promise<Import> {
    const { files, maximumBytes } = this.deps;
    const received = await receiveUpload(upload, files.scratch, {
      bytes: maximumBytes,
      tooLarge: `The file is larger than ${maximumBytes / 1024 / 1024} MB, which is what costs.imports.maximumFileMebibytes allows. Compress it with gzip, or bring it in by parts of whole billing periods.`,
    });
    try {
      return await this.queue(received, described);
    } catch (error) {
      await fs.rm(received.file, { force: true });
      throw error;
    }
  }

  private async queue(
    received: { file: string; bytes: number; sha256: string },
    { by, ...described }: Described,
  ): Promise<Import> {
    const { audit, database, files, imports, wake } = this.deps;
    const { bytes, file, sha256 } = received;
    const queued = await database.transaction(BUSINESS_TENANT, async trx => {
      const inserted = await imports.insert(trx, {
        ...described,
        bytes,
        sha256,
        createdBy: by,
      });
      await audit.importReceived(trx, inserted);
      // Before the commit, which lets a worker take it.
      await files.keep(inserted.importId, file);
      return inserted;
    });
    wake();
    return queued;
  }

  async listImports(filter: {
    sourceId?: string;
    offset: number;
    limit: number;
  }): Promise<{ items: Import[]; total: number }> {
    const { database, imports } = this.deps;
    return database.transaction(BUSINESS_TENANT, trx =>
      imports.list(trx, filter),
    );
  }

  /** @throws NotFoundError */
  async getImport(
    importId: string,
  ): Promise<Import & { periods: Restatement[] }> {
    const { database, imports, periods } = this.deps;
    return database.transaction(BUSINESS_TENANT, async trx => ({
      ...(await imports.get(trx, importId)),
      periods: await periods.listRestatements(trx, importId),
    }));
  }

  /** @throws NotFoundError also when the file is not FOCUS, or not read yet */
  async getConformance(importId: string): Promise<ConformanceReport> {
    const { database, imports } = this.deps;
    return database.transaction(BUSINESS_TENANT, async trx => {
      await imports.get(trx, importId);
      const report = await imports.findConformance(trx, importId);
      if (!report) {
        throw new NotFoundError(
          `Import '${importId}' has no report: it is not read yet, or its file is not FOCUS`,
        );
      }
      return report;
    });
  }

  /** @throws NotFoundError */
  async listRejectedRows(
    importId: string,
    page: { offset: number; limit: number },
  ): Promise<{ items: RejectedRow[]; total: number }> {
    const { database, imports, rejectedRows } = this.deps;
    return database.transaction(BUSINESS_TENANT, async trx => {
      await imports.get(trx, importId);
      return rejectedRows.list(trx, importId, page);
    });
  }

  /**
   * All that nobody has corrected, in parts.
   *
   * @throws NotFoundError at once
   */
  async readRejectedRows(importId: string): Promise<{
    found: Import;
    /** Of the file; empty when it could not be read. */
    columns: string[];
    parts: AsyncIterable<RejectedRow[]>;
  }> {
    const { database, imports, rejectedRows } = this.deps;
    const { columns, first, found } = await database.transaction(
      BUSINESS_TENANT,
      async trx => ({
        found: await imports.get(trx, importId),
        columns: await imports.findColumns(trx, importId),
        first: await rejectedRows.listOpenAfter(trx, importId, 0, 1),
      }),
    );
    return {
      found,
      // Of old imports they were not kept.
      columns: columns ?? first.flatMap(({ raw }) => namesIn(raw)),
      parts: this.readParts(importId),
    };
  }

  private async *readParts(importId: string) {
    const { database, rejectedRows } = this.deps;
    for (let after = 0; ;) {
      const rows = await database.transaction(BUSINESS_TENANT, trx =>
        rejectedRows.listOpenAfter(trx, importId, after, ROWS_PER_PART),
      );
      if (rows.length === 0) {
        return;
      }
      yield rows;
      after = rows.at(-1)!.row;
    }
  }
}

function namesIn(raw: string): string[] {
  const values: object | string = JSON.parse(raw);
  return typeof values === 'string' ? [] : Object.keys(values);
}

function assertCorrectable({ corrects, importId, state }: Import): void {
  if (corrects) {
    throw new ConflictError(
      `Import '${importId}' is a correction itself. Download the rejected rows of '${corrects}' again: those that are still wrong are in it.`,
    );
  }
  if (state !== 'succeeded') {
    throw new ConflictError(
      `Import '${importId}' has not succeeded, so none of its rows is in force. Import its file again.`,
    );
  }
}
