import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { CostsPaths } from '@freehold/plugin-costs-common';
import type {
  DocumentRouter,
  Refusals,
  TenantAccess,
} from '@freehold/plugin-tenancy-node';
import type { CostsService } from '../services/CostsService';
import type { ImportsService } from '../services/ImportsService';
import type { ReconciliationService } from '../services/ReconciliationService';
import type { SourcesService } from '../services/SourcesService';
import type { TagPolicyService } from '../services/TagPolicyService';
import type { TagsService } from '../services/TagsService';

export type CostsRouter = DocumentRouter<CostsPaths>;

export interface RouteContext {
  httpAuth: HttpAuthService;
  access: TenantAccess;
  refusals: Refusals;
  costs: CostsService;
  imports: ImportsService;
  reconciliation: ReconciliationService;
  sources: SourcesService;
  tags: TagsService;
  tagPolicies: TagPolicyService;
}
