import type { SitesComponents } from '@freehold/plugin-sites-common';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { ContentsStore } from '../database/ContentsStore';
import type { SiteContent } from '../domain/Deployment';

/**
 * What a site is to show, from what was chosen for it.
 *
 * @throws InputError when the uploaded content is not the tenant's
 */
export async function chooseContent(
  trx: TenantTransaction,
  contents: ContentsStore,
  tenant: string,
  choice: SitesComponents['schemas']['ContentChoice'],
): Promise<SiteContent> {
  if (choice.kind === 'starter') {
    return { kind: 'starter' };
  }
  const { contentId, files, bytes } = await contents.take(
    trx,
    tenant,
    choice.contentId,
  );
  return { kind: 'upload', contentId, files, bytes };
}
