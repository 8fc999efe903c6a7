import type {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ChargeFormat } from '@freehold/plugin-costs-node';
import type {
  Outbox,
  TenantDatabase,
  TenantDirectory,
} from '@freehold/plugin-tenancy-node';
import path from 'node:path';
import { CostsAudit } from './audit/CostsAudit';
import type { ChargePartitions } from './database/ChargePartitions';
import { ChangesStore } from './database/ChangesStore';
import { ChargesStore } from './database/ChargesStore';
import { ComparisonStore } from './database/ComparisonStore';
import { CostRollups } from './database/CostRollups';
import { CostsStore } from './database/CostsStore';
import { ImportsStore } from './database/ImportsStore';
import { InvoicesStore } from './database/InvoicesStore';
import { PeriodsStore } from './database/PeriodsStore';
import { RejectedRowsStore } from './database/RejectedRowsStore';
import { ResourcesStore } from './database/ResourcesStore';
import { SourcesStore } from './database/SourcesStore';
import { SummaryStore } from './database/SummaryStore';
import { ViewsStore } from './database/ViewsStore';
import { loadDemoCosts } from './demo/loadDemoCosts';
import { BUILT_IN_FORMATS } from './formats';
import { ImportFiles } from './imports/ImportFiles';
import { ImportWorker } from './imports/ImportWorker';
import { SiteDirectory } from './imports/SiteDirectory';
import { DEFAULT_READING_LIMITS } from './reading';
import { ComparisonService } from './services/ComparisonService';
import { CostsService } from './services/CostsService';
import { ImportsService } from './services/ImportsService';
import { ReconciliationService } from './services/ReconciliationService';
import { ReportService } from './services/ReportService';
import { SourcesService } from './services/SourcesService';
import { ValueNames } from './services/ValueNames';
import { ViewsService } from './services/ViewsService';
import { ParquetWriter } from './writing';

const MEBIBYTE = 1024 * 1024;

/** Everything that routes and the worker ask, made from the configuration. */
export async function createServices(options: {
  auth: AuthService;
  catalog: CatalogService;
  config: Config;
  database: TenantDatabase;
  directory: Pick<TenantDirectory, 'listCustomerSlugs'>;
  discovery: DiscoveryService;
  /** Of other modules, tried before our own. */
  formats: readonly ChargeFormat[];
  logger: LoggerService;
  outbox: Pick<Outbox, 'recordAudit'>;
  partitions: ChargePartitions;
}) {
  const { config } = options;
  const stores = {
    changes: new ChangesStore(),
    charges: new ChargesStore(),
    comparisons: new ComparisonStore(),
    costs: new CostsStore(),
    imports: new ImportsStore(),
    invoices: new InvoicesStore(),
    periods: new PeriodsStore(),
    rejectedRows: new RejectedRowsStore(),
    resources: new ResourcesStore(),
    rollups: new CostRollups(),
    sources: new SourcesStore(),
    summaries: new SummaryStore(),
    views: new ViewsStore(),
  };
  const shared = {
    ...options,
    ...stores,
    audit: CostsAudit.create(options.outbox),
    files: await ImportFiles.create(config.getString('costs.dataDirectory')),
  };
  const directory = SiteDirectory.create(options);
  const worker = ImportWorker.create({
    ...shared,
    directory,
    formats: [...options.formats, ...BUILT_IN_FORMATS],
    limits: DEFAULT_READING_LIMITS,
    ruleSet: async () => ({
      version: 0,
      rules: [],
      tagSchema: { requirements: [], accounts: [], virtual: [] },
    }),
    workspace: {
      memoryMiB:
        config.getOptionalNumber('costs.imports.memoryMebibytes') ?? 160,
      threads: config.getOptionalNumber('costs.imports.threads') ?? 2,
    },
  });
  const maximumMebibytes =
    config.getOptionalNumber('costs.imports.maximumFileMebibytes') ?? 2_048;
  const imports = ImportsService.create({
    ...shared,
    maximumBytes: maximumMebibytes * MEBIBYTE,
    wake: worker.wake,
  });
  const sources = SourcesService.create(shared);
  return {
    worker,
    comparison: ComparisonService.create(shared),
    costs: CostsService.create(shared),
    imports,
    parquet: ParquetWriter.create({
      directory: path.join(config.getString('costs.dataDirectory'), 'exports'),
      memoryMiB: 192,
      threads: 1,
    }),
    reports: ReportService.create({
      ...shared,
      names: ValueNames.create(options),
    }),
    reconciliation: ReconciliationService.create(shared),
    sources,
    views: ViewsService.create(shared),
    /** Makes demo costs, where the configuration names a demo file. */
    loadDemo: async () => {
      const file = config.getOptionalString('costs.demo.file');
      if (file) {
        await loadDemoCosts(
          { ...options, directory, imports, sources, store: stores.sources },
          file,
        );
      }
    },
  };
}
