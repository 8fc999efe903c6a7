import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { CostsPaths } from '@freehold/plugin-costs-common';
import type {
  DocumentRouter,
  Refusals,
  TenantAccess,
} from '@freehold/plugin-tenancy-node';
import type { CostsService } from '../services/CostsService';
import type { ImportsService } from '../services/ImportsService';
import type { MarkupsService } from '../services/MarkupsService';
import type { ReconciliationService } from '../services/ReconciliationService';
import type { SourcesService } from '../services/SourcesService';

export type CostsRouter = DocumentRouter<CostsPaths>;

export interface RouteContext {
  httpAuth: HttpAuthService;
  access: TenantAccess;
  refusals: Refusals;
  costs: CostsService;
  imports: ImportsService;
  markups: MarkupsService;
  reconciliation: ReconciliationService;
  sources: SourcesService;
}
