import { NotFoundError } from '@backstage/errors';
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
import type { ImportFiles } from '../imports/ImportFiles';

const ROWS_PER_PART = 1_000;

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
    rejectedRows: Pick<RejectedRowsStore, 'list' | 'listAfter'>;
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
    options: { fileName: string; by: string },
  ): Promise<Import> {
    const { database, files, maximumBytes, sources } = this.deps;
    await database.transaction(BUSINESS_TENANT, trx =>
      sources.get(trx, sourceId),
    );
    const received = await receiveUpload(upload, files.scratch, {
      bytes: maximumBytes,
      tooLarge: `The file is larger than ${maximumBytes / 1024 / 1024} MB, which is what costs.imports.maximumFileMebibytes allows. Compress it with gzip, or bring it in by parts of whole billing periods.`,
    });
    try {
      return await this.queue(sourceId, received, options);
    } catch (error) {
      await fs.rm(received.file, { force: true });
      throw error;
    }
  }

  private async queue(
    sourceId: string,
    received: { file: string; bytes: number; sha256: string },
    { fileName, by }: { fileName: string; by: string },
  ): Promise<Import> {
    const { audit, database, files, imports, wake } = this.deps;
    const { bytes, file, sha256 } = received;
    const queued = await database.transaction(BUSINESS_TENANT, async trx => {
      const inserted = await imports.insert(trx, {
        sourceId,
        fileName,
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
   * All of them, in parts.
   *
   * @throws NotFoundError at once
   */
  async readRejectedRows(importId: string): Promise<{
    found: Import;
    parts: AsyncIterable<RejectedRow[]>;
  }> {
    const { database, imports } = this.deps;
    const found = await database.transaction(BUSINESS_TENANT, trx =>
      imports.get(trx, importId),
    );
    return { found, parts: this.readParts(importId) };
  }

  private async *readParts(importId: string) {
    const { database, rejectedRows } = this.deps;
    for (let after = 0; ;) {
      const rows = await database.transaction(BUSINESS_TENANT, trx =>
        rejectedRows.listAfter(trx, importId, after, ROWS_PER_PART),
      );
      if (rows.length === 0) {
        return;
      }
      yield rows;
      after = rows.at(-1)!.row;
    }
  }
}
