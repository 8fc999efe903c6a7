import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { EventsService } from '@backstage/plugin-events-node';
import type { PlanCheck } from '@freehold/plugin-sites-node';
import type {
  Outbox,
  TenantDatabase,
  TenantDirectory,
  TenantLimits,
} from '@freehold/plugin-tenancy-node';
import { PriceAudit } from './audit/PriceAudit';
import type { SiteAudit } from './audit/SiteAudit';
import { createCloudSessions } from './clouds/createCloudSessions';
import { SiteContents } from './contents';
import { AllowancesStore } from './database/AllowancesStore';
import { ContentsStore } from './database/ContentsStore';
import { DeploymentLogStore } from './database/DeploymentLogStore';
import { DeploymentsStore } from './database/DeploymentsStore';
import { LogSearchStore } from './database/LogSearchStore';
import { MonthlyLimitsStore } from './database/MonthlyLimitsStore';
import { OrdersStore } from './database/OrdersStore';
import { QueueStore } from './database/QueueStore';
import { PriceBooksStore } from './database/PriceBooksStore';
import { SitesStore } from './database/SitesStore';
import type { DeploymentQueue } from './deployments/DeploymentQueue';
import { readFourEyes } from './deployments/readDeploymentsConfig';
import { assertKnownSizes } from './domain/limits';
import { readOffering } from './offering/readOffering';
import { builtInChecks } from './planChecks/builtInChecks';
import { createMonthlyLimitCheck } from './planChecks/createMonthlyLimitCheck';
import { createTierLimitsCheck } from './planChecks/createTierLimitsCheck';
import { PlanEvaluation } from './planChecks/PlanEvaluation';
import { AllowancesService } from './services/AllowancesService';
import { CloudCredentialsService } from './services/CloudCredentialsService';
import { ContentsService } from './services/ContentsService';
import { DeploymentsService } from './services/DeploymentsService';
import { LogsService } from './services/LogsService';
import { MonthlyLimitsService } from './services/MonthlyLimitsService';
import { OrdersService } from './services/OrdersService';
import { PriceBooksService } from './services/PriceBooksService';
import { QuotesService } from './services/QuotesService';
import { SitesService } from './services/SitesService';
import { SummaryService } from './services/SummaryService';

/** Everything that routes and the runner ask, made from the configuration. */
export async function createServices(options: {
  audit: SiteAudit;
  config: Config;
  database: TenantDatabase;
  directory: TenantDirectory;
  events: EventsService;
  limits: Pick<TenantLimits, 'tiers' | 'findLimits'>;
  logger: LoggerService;
  outbox: Pick<Outbox, 'recordAudit'>;
  queue: Pick<DeploymentQueue, 'send'>;
  /** Checks of other modules, beside the built-in ones. */
  planChecks: readonly PlanCheck[];
}) {
  const { config, database } = options;
  const { assortment, firstPrices } = readOffering(config);
  assertKnownSizes(options.limits.tiers, assortment);
  const stores = {
    sites: new SitesStore(),
    orders: new OrdersStore(),
    contents: new ContentsStore(),
    deployments: new DeploymentsStore(),
    queued: new QueueStore(),
    priceBooks: new PriceBooksStore(),
    monthlyLimits: new MonthlyLimitsStore(),
  };
  const allowances = AllowancesService.create({
    ...options,
    assortment,
    allowances: new AllowancesStore(),
  });
  const clouds = createCloudSessions(options);
  const priced = {
    ...options,
    ...stores,
    assortment,
    audit: PriceAudit.create(options.outbox),
  };
  const prices = PriceBooksService.create(priced);
  await prices.begin(firstPrices);
  const shared = {
    ...options,
    ...stores,
    ...clouds,
    assortment,
    allowances,
    prices,
  };
  return {
    prices,
    monthlyLimits: MonthlyLimitsService.create({ ...priced, prices }),
    quotes: QuotesService.create(shared),
    allowances,
    sites: SitesService.create(shared),
    orders: OrdersService.create(shared),
    cloudSessions: clouds.sessions,
    cloudCredentials: CloudCredentialsService.create({
      ...shared,
      portalUrl: config.getString('backend.baseUrl'),
    }),
    contents: await ContentsService.create({
      ...shared,
      dataDirectory: config.getString('sites.dataDirectory'),
    }),
    deployments: DeploymentsService.create({
      ...shared,
      fourEyes: readFourEyes(config),
    }),
    logs: LogsService.create({
      ...shared,
      log: new DeploymentLogStore(),
      logSearch: new LogSearchStore(),
    }),
    summary: SummaryService.create(shared),
    siteContents: SiteContents.create({ database, contents: stores.contents }),
    planEvaluation: PlanEvaluation.create({
      ...shared,
      checks: [
        createTierLimitsCheck(options.limits),
        createMonthlyLimitCheck(shared),
        ...builtInChecks,
        ...options.planChecks,
      ],
    }),
  };
}
