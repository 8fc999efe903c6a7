import { NotFoundError } from '@backstage/errors';
import type { TenantDatabase } from '@freehold/plugin-tenancy-node';
import type { ContentsStore } from '../database/ContentsStore';
import type { DesiredSite } from '../domain/Deployment';
import { materializeContent } from './materializeContent';

/** Puts the files of sites on disk. */
export class SiteContents {
  static create(options: {
    database: TenantDatabase;
    contents: ContentsStore;
  }): SiteContents {
    return new SiteContents(options.database, options.contents);
  }

  private constructor(
    private readonly database: TenantDatabase,
    private readonly contents: ContentsStore,
  ) {}

  /**
   * @param directory - an existing, empty folder
   * @throws NotFoundError when the content is gone
   */
  async materialize(
    site: { tenant: string; desired: DesiredSite },
    directory: string,
  ): Promise<void> {
    const { content, title } = site.desired;
    if (content.kind === 'starter') {
      await materializeContent({ kind: 'starter', title }, directory);
      return;
    }
    const archive = await this.database.transaction(site.tenant, trx =>
      this.contents.findArchive(trx, site.tenant, content.contentId),
    );
    if (!archive) {
      throw new NotFoundError(
        'The uploaded content of this site is gone. Upload it again.',
      );
    }
    await materializeContent({ kind: 'upload', archive }, directory);
  }
}
