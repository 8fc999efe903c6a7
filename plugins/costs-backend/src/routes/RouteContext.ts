import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { CostsPaths } from '@freehold/plugin-costs-common';
import type {
  DocumentRouter,
  Refusals,
  TenantAccess,
} from '@freehold/plugin-tenancy-node';
import type { ParquetWriter } from '../writing';
import type { ComparisonService } from '../services/ComparisonService';
import type { CostsService } from '../services/CostsService';
import type { ImportsService } from '../services/ImportsService';
import type { MarkupsService } from '../services/MarkupsService';
import type { ReconciliationService } from '../services/ReconciliationService';
import type { ReportService } from '../services/ReportService';
import type { SourcesService } from '../services/SourcesService';
import type { ViewsService } from '../services/ViewsService';
import type { TagPolicyService } from '../services/TagPolicyService';
import type { TagsService } from '../services/TagsService';
import type { ReallocationService } from '../services/ReallocationService';
import type { RuleSetsService } from '../services/RuleSetsService';
import type { SimulationService } from '../services/SimulationService';
import type { UnallocatedService } from '../services/UnallocatedService';

export type CostsRouter = DocumentRouter<CostsPaths>;

export interface RouteContext {
  httpAuth: HttpAuthService;
  access: TenantAccess;
  refusals: Refusals;
  comparison: ComparisonService;
  costs: CostsService;
  imports: ImportsService;
  markups: MarkupsService;
  parquet: ParquetWriter;
  reports: ReportService;
  reallocation: ReallocationService;
  reconciliation: ReconciliationService;
  rules: RuleSetsService;
  simulation: SimulationService;
  sources: SourcesService;
  views: ViewsService;
  tags: TagsService;
  tagPolicies: TagPolicyService;
  unallocated: UnallocatedService;
}
