import { InputError } from '@backstage/errors';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { CheckedContent } from '../contents';
import { newId } from '../domain/ids';

/** An uploaded site, without its archive. */
export interface Content {
  contentId: string;
  sha256: string;
  files: number;
  /** Unpacked size. */
  bytes: number;
}

const COLUMNS = ['content_id', 'sha256', 'files', 'bytes'] as const;

// A content counts as used while a site shows it or a deployment, which may be
// retried, is to bring it about.
const IS_UNUSED = `
  not exists (select from sites
    where sites.tenant_id = contents.tenant_id
      and sites.content ->> 'contentId' = contents.content_id)
  and not exists (select from deployments
    where deployments.tenant_id = contents.tenant_id
      and deployments.desired -> 'content' ->> 'contentId' = contents.content_id)`;

/** Uploaded sites; every method takes a transaction of one of the doors. */
export class ContentsStore {
  async insert(
    trx: TenantTransaction,
    tenant: string,
    content: CheckedContent,
    createdBy: string,
  ): Promise<Content> {
    const [row] = await trx('contents')
      .insert({
        tenant_id: tenant,
        content_id: newId('cnt'),
        media_type: content.mediaType,
        sha256: content.sha256,
        files: content.files,
        bytes: content.bytes,
        archive: content.archive,
        created_by: createdBy,
      })
      .returning(COLUMNS);
    return toContent(row);
  }

  /**
   * Takes a content for an order or an update. It is written to, so that a
   * purge that runs at this moment looks again and finds it used.
   *
   * @throws InputError alike for an unknown and for another tenant's id
   */
  async take(
    trx: TenantTransaction,
    tenant: string,
    contentId: string,
  ): Promise<Content> {
    const [row] = await trx('contents')
      .where({ tenant_id: tenant, content_id: contentId })
      .update({ created_at: trx.fn.now() })
      .returning(COLUMNS);
    if (!row) {
      throw new InputError(
        `There is no uploaded content '${contentId}'. Upload the site again.`,
      );
    }
    return toContent(row);
  }

  /**
   * The files of a content as a .tar.gz, for `materializeContent`; undefined
   * when there is no such content.
   */
  async findArchive(
    trx: TenantTransaction,
    tenant: string,
    contentId: string,
  ): Promise<Buffer | undefined> {
    const row = await trx('contents')
      .where({ tenant_id: tenant, content_id: contentId })
      .first('archive');
    return row?.archive;
  }

  /** Forgets unused contents of a tenant but for the newest ones. */
  async keepNewestUnused(
    trx: TenantTransaction,
    tenant: string,
    keep: number,
  ): Promise<void> {
    await trx.raw(
      `delete from contents
        where tenant_id = :tenant and content_id in (
          select content_id from contents
           where tenant_id = :tenant and ${IS_UNUSED}
           order by created_at desc offset :keep)
          and ${IS_UNUSED}`,
      { tenant, keep },
    );
  }

  /** Tenants with unused contents older than `hours`; for the purge. */
  async listTenantsWithUnused(
    trx: TenantTransaction,
    hours: number,
  ): Promise<string[]> {
    const rows = await trx('contents')
      .distinct('tenant_id')
      .whereRaw(olderThan(trx, hours))
      .whereRaw(IS_UNUSED);
    return rows.map(({ tenant_id: tenant }: { tenant_id: string }) => tenant);
  }

  /** @returns how many were forgotten */
  async purgeUnused(
    trx: TenantTransaction,
    tenant: string,
    hours: number,
  ): Promise<number> {
    return trx('contents')
      .where({ tenant_id: tenant })
      .whereRaw(olderThan(trx, hours))
      .whereRaw(IS_UNUSED)
      .delete();
  }
}

function olderThan(trx: TenantTransaction, hours: number) {
  return trx.raw(`contents.created_at < now() - ? * interval '1 hour'`, [
    hours,
  ]);
}

function toContent(row: Record<string, any>): Content {
  return {
    contentId: row.content_id,
    sha256: row.sha256,
    files: row.files,
    bytes: Number(row.bytes),
  };
}
