import type {
  AuthService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { SitesPaths } from '@freehold/plugin-sites-common';
import type {
  DocumentRouter,
  Refusals,
  TenantAccess,
} from '@freehold/plugin-tenancy-node';
import type { DeploymentControl } from '../deployments/DeploymentControl';
import type { DeploymentLogStream } from '../logs/DeploymentLogStream';
import type { AllowancesService } from '../services/AllowancesService';
import type { CloudCredentialsService } from '../services/CloudCredentialsService';
import type { ContentsService } from '../services/ContentsService';
import type { DeadLettersService } from '../services/DeadLettersService';
import type { DeploymentsService } from '../services/DeploymentsService';
import type { DriftChecksService } from '../services/DriftChecksService';
import type { DriftDecisionsService } from '../services/DriftDecisionsService';
import type { LogsService } from '../services/LogsService';
import type { MonthlyLimitsService } from '../services/MonthlyLimitsService';
import type { OrdersService } from '../services/OrdersService';
import type { PriceBooksService } from '../services/PriceBooksService';
import type { QuotesService } from '../services/QuotesService';
import type { SitesService } from '../services/SitesService';
import type { StatesService } from '../services/StatesService';
import type { SummaryService } from '../services/SummaryService';

export type SitesRouter = DocumentRouter<SitesPaths>;

export interface RouteContext {
  auth: AuthService;
  httpAuth: HttpAuthService;
  access: TenantAccess;
  refusals: Refusals;
  prices: Omit<PriceBooksService, 'begin' | 'current'>;
  monthlyLimits: MonthlyLimitsService;
  quotes: QuotesService;
  sites: SitesService;
  allowances: Pick<AllowancesService, 'getSitesUsage'>;
  orders: OrdersService;
  cloudCredentials: Pick<
    CloudCredentialsService,
    'getCredentials' | 'setCredential' | 'removeCredential'
  >;
  contents: ContentsService;
  deployments: DeploymentsService;
  control: Pick<
    DeploymentControl,
    'approve' | 'reject' | 'cancel' | 'forceCancel' | 'retry'
  >;
  deadLetters: DeadLettersService;
  driftChecks: Pick<DriftChecksService, 'listDriftChecks' | 'checkDrift'>;
  driftDecisions: DriftDecisionsService;
  logStream: Pick<DeploymentLogStream, 'send'>;
  logs: LogsService;
  states: StatesService;
  summary: SummaryService;
}
