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
import { AllocationAudit } from './audit/AllocationAudit';
import { CostsAudit } from './audit/CostsAudit';
import type { ChargePartitions } from './database/ChargePartitions';
import { ChargesStore } from './database/ChargesStore';
import { CostRollups } from './database/CostRollups';
import { CostsStore } from './database/CostsStore';
import { HeldCostsStore } from './database/HeldCostsStore';
import { ImportsStore } from './database/ImportsStore';
import { InvoicesStore } from './database/InvoicesStore';
import { PeriodsStore } from './database/PeriodsStore';
import { RejectedRowsStore } from './database/RejectedRowsStore';
import { RuleSetsStore } from './database/RuleSetsStore';
import { SourcesStore } from './database/SourcesStore';
import { SummaryStore } from './database/SummaryStore';
import { UnallocatedStore } from './database/UnallocatedStore';
import { loadDemoCosts } from './demo/loadDemoCosts';
import { BUILT_IN_FORMATS } from './formats';
import { ImportFiles } from './imports/ImportFiles';
import { ImportWorker } from './imports/ImportWorker';
import { SiteDirectory } from './imports/SiteDirectory';
import { DEFAULT_READING_LIMITS } from './reading';
import { CostsService } from './services/CostsService';
import { ImportsService } from './services/ImportsService';
import { ReallocationService } from './services/ReallocationService';
import { ReconciliationService } from './services/ReconciliationService';
import { RuleSetsService } from './services/RuleSetsService';
import { SimulationService } from './services/SimulationService';
import { SourcesService } from './services/SourcesService';
import { UnallocatedService } from './services/UnallocatedService';
import type { TagSchema } from './tags/TagSchema';

const MEBIBYTE = 1024 * 1024;
const NO_TAG_SCHEMA: TagSchema = {
  requirements: [],
  accounts: [],
  virtual: [],
};

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
    heldCosts: new HeldCostsStore(),
    costs: new CostsStore(),
    imports: new ImportsStore(),
    invoices: new InvoicesStore(),
    periods: new PeriodsStore(),
    rejectedRows: new RejectedRowsStore(),
    rollups: new CostRollups(),
    ruleSets: new RuleSetsStore(),
    sources: new SourcesStore(),
    summaries: new SummaryStore(),
    unallocated: new UnallocatedStore(),
  };
  const shared = {
    ...options,
    ...stores,
    allocationAudit: AllocationAudit.create(options.outbox),
    audit: CostsAudit.create(options.outbox),
    files: await ImportFiles.create(config.getString('costs.dataDirectory')),
  };
  const directory = SiteDirectory.create(options);
  const rules = RuleSetsService.create({
    ...shared,
    tagSchema: async () => NO_TAG_SCHEMA,
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
    costs: CostsService.create(shared),
    imports,
    reallocation: ReallocationService.create({ ...shared, wake: worker.wake }),
    reconciliation: ReconciliationService.create(shared),
    rules,
    simulation: SimulationService.create({ ...shared, directory, rules }),
    sources,
    unallocated: UnallocatedService.create(shared),
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
