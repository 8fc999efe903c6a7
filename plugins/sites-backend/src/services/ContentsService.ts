import {
  receiveUpload,
  type TenantDatabase,
  type TenantDirectory,
} from '@freehold/plugin-tenancy-node';
import fs from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import pLimit from 'p-limit';
import { archiveLimits, unpackArchive } from '../contents';
import type { SiteAudit } from '../audit/SiteAudit';
import type { Content, ContentsStore } from '../database/ContentsStore';
import { findActiveCustomer } from './findActiveCustomer';

/** Unpacking is bounded by processor and memory, so few at a time. */
const UNPACKED_AT_A_TIME = 2;

/** Uploads of a customer that no site uses: drafts of orders, mostly. */
const UNUSED_KEPT = 20;

const TOO_LARGE = `The archive is larger than ${archiveLimits.compressedBytes / 1024 / 1024} MB. Leave out large files or make them smaller.`;

/** Takes uploaded sites. */
export class ContentsService {
  private readonly limit = pLimit(UNPACKED_AT_A_TIME);

  /**
   * @param options.dataDirectory - uploads are received and unpacked in a folder
   *   of it
   */
  static async create(options: {
    database: TenantDatabase;
    directory: TenantDirectory;
    contents: ContentsStore;
    audit: SiteAudit;
    dataDirectory: string;
  }): Promise<ContentsService> {
    const scratch = path.join(options.dataDirectory, 'uploads');
    await fs.promises.mkdir(scratch, { recursive: true, mode: 0o700 });
    return new ContentsService(options, scratch);
  }

  private constructor(
    private readonly deps: {
      database: TenantDatabase;
      directory: TenantDirectory;
      contents: ContentsStore;
      audit: SiteAudit;
    },
    private readonly scratch: string,
  ) {}

  /**
   * Keeps an uploaded site of a customer after it was checked.
   *
   * @param upload - the archive as it arrives
   * @param options.by - entity ref of who uploads
   * @throws NotFoundError, ConflictError about the customer; InputError and
   *   PayloadTooLargeError about the archive
   */
  async uploadContent(
    tenant: string,
    upload: Readable,
    options: { by: string },
  ): Promise<Content> {
    const { audit, database, directory, contents } = this.deps;
    await findActiveCustomer(directory, tenant);
    const { file } = await receiveUpload(upload, this.scratch, {
      bytes: archiveLimits.compressedBytes,
      tooLarge: TOO_LARGE,
    });
    try {
      const content = await this.limit(async () =>
        unpackArchive(await fs.promises.readFile(file), this.scratch),
      );
      return await database.transaction(tenant, async trx => {
        const kept = await contents.insert(trx, tenant, content, options.by);
        await contents.keepNewestUnused(trx, tenant, UNUSED_KEPT);
        await audit.contentUploaded(trx, tenant, kept);
        return kept;
      });
    } finally {
      await fs.promises.rm(file, { force: true });
    }
  }
}
