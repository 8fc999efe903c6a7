import type {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { ChargeFormat } from '@freehold/plugin-costs-node';
import type {
  Outbox,
  TenantDatabase,
  TenantDirectory,
} from '@freehold/plugin-tenancy-node';
import { CostsAudit } from './audit/CostsAudit';
import { Collector } from './collecting/Collector';
import { readCollectConfig } from './collecting/readCollectConfig';
import type { ChargePartitions } from './database/ChargePartitions';
import { ChargesStore } from './database/ChargesStore';
import { CollectedStore } from './database/CollectedStore';
import { CostRollups } from './database/CostRollups';
import { CostsStore } from './database/CostsStore';
import { ImportsStore } from './database/ImportsStore';
import { InvoicesStore } from './database/InvoicesStore';
import { KeptFilesStore } from './database/KeptFilesStore';
import { PeriodFilesStore } from './database/PeriodFilesStore';
import { PeriodsStore } from './database/PeriodsStore';
import { RejectedRowsStore } from './database/RejectedRowsStore';
import { SourcesStore } from './database/SourcesStore';
import { SummaryStore } from './database/SummaryStore';
import { loadDemoCosts } from './demo/loadDemoCosts';
import { BUILT_IN_FORMATS } from './formats';
import { FileKeeper } from './imports/FileKeeper';
import { ImportFiles } from './imports/ImportFiles';
import { ImportWorker } from './imports/ImportWorker';
import { SiteDirectory } from './imports/SiteDirectory';
import { DEFAULT_READING_LIMITS } from './reading';
import { CostsService } from './services/CostsService';
import { ImportsService } from './services/ImportsService';
import { ReconciliationService } from './services/ReconciliationService';
import { SourcesService } from './services/SourcesService';

const MEBIBYTE = 1024 * 1024;

/** Everything that routes and the worker ask, made from the configuration. */
export async function createServices(options: {
  auth: AuthService;
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
    charges: new ChargesStore(),
    costs: new CostsStore(),
    imports: new ImportsStore(),
    invoices: new InvoicesStore(),
    periodFiles: new PeriodFilesStore(),
    periods: new PeriodsStore(),
    rejectedRows: new RejectedRowsStore(),
    rollups: new CostRollups(),
    sources: new SourcesStore(),
    summaries: new SummaryStore(),
  };
  const shared = {
    ...options,
    ...stores,
    audit: CostsAudit.create(options.outbox),
    files: await createImportFiles(config),
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
  const imports = await createImportsService(config, {
    ...shared,
    wake: worker.wake,
  });
  const sources = SourcesService.create(shared);
  const collector = Collector.create({
    ...shared,
    collected: new CollectedStore(),
    imports,
    scratch: shared.files.scratch,
    settings: readCollectConfig(config),
    sources,
    store: stores.sources,
  });
  return {
    worker,
    collector,
    fileKeeper: FileKeeper.create({
      ...shared,
      keptFiles: new KeptFilesStore(),
      keepMonths:
        config.getOptionalNumber('costs.imports.keepFilesMonths') ?? 13,
    }),
    costs: CostsService.create(shared),
    imports,
    reconciliation: ReconciliationService.create(shared),
    sources,
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

/** What receives files and hands them over to a worker, of this process or another. */
export async function createImportsService(
  config: Config,
  options: {
    audit: CostsAudit;
    database: TenantDatabase;
    imports: ImportsStore;
    periods: PeriodsStore;
    sources: SourcesStore;
    wake: () => void;
  },
): Promise<ImportsService> {
  const maximumMebibytes =
    config.getOptionalNumber('costs.imports.maximumFileMebibytes') ?? 2_048;
  return ImportsService.create({
    ...options,
    files: await createImportFiles(config),
    rejectedRows: new RejectedRowsStore(),
    maximumBytes: maximumMebibytes * MEBIBYTE,
  });
}

function createImportFiles(config: Config): Promise<ImportFiles> {
  return ImportFiles.create(config.getString('costs.dataDirectory'));
}
