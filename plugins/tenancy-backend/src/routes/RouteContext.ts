import type { ApiRouter } from '@backstage/backend-openapi-utils';
import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { TenantAccess } from '@freehold/plugin-tenancy-node';
import type { spec } from '../schema/openapi.generated';
import type { CallersService } from '../services/CallersService';
import type { CustomersService } from '../services/CustomersService';
import type { MembersService } from '../services/MembersService';

export type TenancyRouter = ApiRouter<typeof spec>;

export interface RouteContext {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  access: TenantAccess;
  callers: CallersService;
  customers: CustomersService;
  members: MembersService;
}
