import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { CostsPaths } from '@freehold/plugin-costs-common';
import type {
  DocumentRouter,
  Refusals,
  TenantAccess,
} from '@freehold/plugin-tenancy-node';
import type { CostsService } from '../services/CostsService';
import type { ImportsService } from '../services/ImportsService';
import type { ReallocationService } from '../services/ReallocationService';
import type { ReconciliationService } from '../services/ReconciliationService';
import type { RuleSetsService } from '../services/RuleSetsService';
import type { SimulationService } from '../services/SimulationService';
import type { SourcesService } from '../services/SourcesService';
import type { UnallocatedService } from '../services/UnallocatedService';

export type CostsRouter = DocumentRouter<CostsPaths>;

export interface RouteContext {
  httpAuth: HttpAuthService;
  access: TenantAccess;
  refusals: Refusals;
  costs: CostsService;
  imports: ImportsService;
  reallocation: ReallocationService;
  reconciliation: ReconciliationService;
  rules: RuleSetsService;
  simulation: SimulationService;
  sources: SourcesService;
  unallocated: UnallocatedService;
}
