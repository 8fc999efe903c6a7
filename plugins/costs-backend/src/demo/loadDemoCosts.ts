import type { LoggerService } from '@backstage/backend-plugin-api';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import {
  readDemoFile,
  type TenantDatabase,
} from '@freehold/plugin-tenancy-node';
import { Readable } from 'node:stream';
import type { SourcesStore } from '../database/SourcesStore';
import type { Source } from '../domain/Source';
import type { SiteDirectory } from '../imports/SiteDirectory';
import type { ImportsService } from '../services/ImportsService';
import type { SourcesService } from '../services/SourcesService';
import type { TagPolicyService } from '../services/TagPolicyService';
import { demoMonths } from './demoMonths';
import type { DemoCustomer } from './DemoMonth';
import type { DemoProvider } from './DemoProvider';
import { DEMO_PROVIDERS } from './demoProviders';
import { DEMO_TAG_SCHEMA } from './demoTagSchema';
import { writeChargeFile } from './generateCharges';

const MAKER = 'plugin:costs';

/** What the demo's costs are brought in by: what any other file is. */
export interface LoadDemoOptions {
  database: TenantDatabase;
  directory: Pick<SiteDirectory, 'read'>;
  imports: Pick<ImportsService, 'importCharges' | 'listImports'>;
  logger: LoggerService;
  sources: Pick<SourcesService, 'createSource'>;
  store: Pick<SourcesStore, 'findByName'>;
  tagPolicies: Pick<TagPolicyService, 'getTagPolicy' | 'setTagPolicy'>;
  now?: () => Date;
}

/**
 * Gives the customers of a demo file costs, made up to yesterday, once: a
 * source that was given a file before is left as it is.
 *
 * @throws InputError about the demo file
 */
export async function loadDemoCosts(
  options: LoadDemoOptions,
  file: string,
): Promise<void> {
  const { imports, logger } = options;
  for (const provider of DEMO_PROVIDERS) {
    const { sourceId } = await sourceOf(options, provider);
    const { total } = await imports.listImports({
      sourceId,
      offset: 0,
      limit: 1,
    });
    if (total === 0) {
      await askForTags(options);
      await importFile(options, provider, { file, sourceId });
      logger.info(`Made demo costs: ${provider.sourceName}`);
    }
  }
}

/** Has costs come in under a tag policy, unless somebody made one already. */
async function askForTags({ tagPolicies }: LoadDemoOptions): Promise<void> {
  const { policy } = await tagPolicies.getTagPolicy();
  if (policy.version === 0) {
    await tagPolicies.setTagPolicy({
      schema: DEMO_TAG_SCHEMA,
      basedOn: 0,
      by: MAKER,
    });
  }
}

async function sourceOf(
  { database, sources, store }: LoadDemoOptions,
  { sourceName }: DemoProvider,
): Promise<Source> {
  const known = await database.transaction(BUSINESS_TENANT, trx =>
    store.findByName(trx, sourceName),
  );
  return (
    known ??
    sources.createSource({ name: sourceName, defaults: {}, createdBy: MAKER })
  );
}

async function importFile(
  options: LoadDemoOptions,
  provider: DemoProvider,
  { file, sourceId }: { file: string; sourceId: string },
): Promise<void> {
  const { imports, now = () => new Date() } = options;
  const months = demoMonths(provider, await customersOf(options, file), now());
  const upload = Readable.from(writeChargeFile(months), { objectMode: false });
  await imports.importCharges(sourceId, upload, {
    fileName: `demo-${provider.currency.toLowerCase()}.csv`,
    by: MAKER,
  });
}

/** Those of the file, with the sites that they have by now. */
async function customersOf(
  { directory }: LoadDemoOptions,
  file: string,
): Promise<DemoCustomer[]> {
  const { customers } = await readDemoFile(file);
  const { sites } = await directory.read();
  return customers.map(({ slug }) => ({
    slug,
    sites: [...(sites.get(slug) ?? [])].sort(),
  }));
}
