import type {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ChargeFormat } from '@freehold/plugin-costs-node';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type {
  Outbox,
  TenantDatabase,
  TenantDirectory,
} from '@freehold/plugin-tenancy-node';
import path from 'node:path';
import { AllocationAudit } from './audit/AllocationAudit';
import { CostsAudit } from './audit/CostsAudit';
import { Collector } from './collecting/Collector';
import { readCollectConfig } from './collecting/readCollectConfig';
import type { ChargePartitions } from './database/ChargePartitions';
import { ChangesStore } from './database/ChangesStore';
import { ChargesStore } from './database/ChargesStore';
import { CollectedStore } from './database/CollectedStore';
import { ComparisonStore } from './database/ComparisonStore';
import { CostRollups } from './database/CostRollups';
import { CostsDoor } from './database/CostsDoor';
import { CostsStore } from './database/CostsStore';
import { HeldCostsStore } from './database/HeldCostsStore';
import { ImportsStore } from './database/ImportsStore';
import { InvoicesStore } from './database/InvoicesStore';
import { MarkupsStore } from './database/MarkupsStore';
import { KeptFilesStore } from './database/KeptFilesStore';
import { PeriodFilesStore } from './database/PeriodFilesStore';
import { PeriodsStore } from './database/PeriodsStore';
import { RejectedRowsStore } from './database/RejectedRowsStore';
import { ResourcesStore } from './database/ResourcesStore';
import { SourcesStore } from './database/SourcesStore';
import { SummaryStore } from './database/SummaryStore';
import { ViewsStore } from './database/ViewsStore';
import { TagComplianceStore } from './database/TagComplianceStore';
import { TagFiguresStore } from './database/TagFiguresStore';
import { TagPoliciesStore } from './database/TagPoliciesStore';
import { TaggedChargesStore } from './database/TaggedChargesStore';
import { RuleSetsStore } from './database/RuleSetsStore';
import { UnallocatedStore } from './database/UnallocatedStore';
import { loadDemoCosts } from './demo/loadDemoCosts';
import { BUILT_IN_FORMATS } from './formats';
import { FileKeeper } from './imports/FileKeeper';
import { ImportFiles } from './imports/ImportFiles';
import { ImportWorker } from './imports/ImportWorker';
import { SiteDirectory } from './imports/SiteDirectory';
import { DEFAULT_READING_LIMITS } from './reading';
import { ComparisonService } from './services/ComparisonService';
import { CostsService } from './services/CostsService';
import { ImportsService } from './services/ImportsService';
import { MarkupsService } from './services/MarkupsService';
import { ReconciliationService } from './services/ReconciliationService';
import { ReportService } from './services/ReportService';
import { SourcesService } from './services/SourcesService';
import { ValueNames } from './services/ValueNames';
import { ViewsService } from './services/ViewsService';
import { ParquetWriter } from './writing';
import { TagPolicyService } from './services/TagPolicyService';
import { TagsService } from './services/TagsService';
import { ReallocationService } from './services/ReallocationService';
import { RuleSetsService } from './services/RuleSetsService';
import { SimulationService } from './services/SimulationService';
import { UnallocatedService } from './services/UnallocatedService';

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
    heldCosts: new HeldCostsStore(),
    costs: new CostsStore(),
    imports: new ImportsStore(),
    invoices: new InvoicesStore(),
    markups: new MarkupsStore(),
    periodFiles: new PeriodFilesStore(),
    periods: new PeriodsStore(),
    rejectedRows: new RejectedRowsStore(),
    resources: new ResourcesStore(),
    rollups: new CostRollups(),
    ruleSets: new RuleSetsStore(),
    sources: new SourcesStore(),
    summaries: new SummaryStore(),
    views: new ViewsStore(),
    tagCompliance: new TagComplianceStore(),
    tagFigures: new TagFiguresStore(),
    tagPolicies: new TagPoliciesStore(),
    taggedCharges: new TaggedChargesStore(),
    unallocated: new UnallocatedStore(),
  };
  const shared = {
    ...options,
    ...stores,
    allocationAudit: AllocationAudit.create(options.outbox),
    audit: CostsAudit.create(options.outbox),
    door: CostsDoor.create({ ...options, markups: stores.markups }),
    files: await createImportFiles(config),
  };
  const directory = SiteDirectory.create(options);
  const rules = RuleSetsService.create({
    ...shared,
    tagSchema: async () => {
      const policy = await options.database.transaction(BUSINESS_TENANT, trx =>
        stores.tagPolicies.find(trx),
      );
      return policy.schema;
    },
  });
  const worker = ImportWorker.create({
    ...shared,
    directory,
    formats: [...options.formats, ...BUILT_IN_FORMATS],
    limits: DEFAULT_READING_LIMITS,
    ruleSet: () => rules.readActive(),
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
  const tagPolicies = TagPolicyService.create(shared);
  return {
    worker,
    collector,
    fileKeeper: FileKeeper.create({
      ...shared,
      keptFiles: new KeptFilesStore(),
      keepMonths:
        config.getOptionalNumber('costs.imports.keepFilesMonths') ?? 13,
    }),
    markups: MarkupsService.create(shared),
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
    reallocation: ReallocationService.create({ ...shared, wake: worker.wake }),
    reconciliation: ReconciliationService.create(shared),
    rules,
    simulation: SimulationService.create({ ...shared, directory, rules }),
    sources,
    views: ViewsService.create(shared),
    tags: TagsService.create(shared),
    tagPolicies,
    unallocated: UnallocatedService.create(shared),
    /** Makes demo costs, where the configuration names a demo file. */
    loadDemo: async () => {
      const file = config.getOptionalString('costs.demo.file');
      if (file) {
        await loadDemoCosts(
          {
            ...options,
            directory,
            imports,
            sources,
            store: stores.sources,
            tagPolicies,
          },
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
