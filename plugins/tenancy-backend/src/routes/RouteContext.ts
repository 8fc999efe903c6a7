import type {
  AuthService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { TenancyPaths } from '@freehold/plugin-tenancy-common';
import type {
  DocumentRouter,
  Refusals,
  TenantAccess,
} from '@freehold/plugin-tenancy-node';
import type { AccessService } from '../services/AccessService';
import type { AuditService } from '../services/AuditService';
import type { CallersService } from '../services/CallersService';
import type { CustomersService } from '../services/CustomersService';
import type { EmailChangeAnswers } from '../services/EmailChangeAnswers';
import type { EmailChangesService } from '../services/EmailChangesService';
import type { GuessLimiter } from '../services/GuessLimiter';
import type { InvitationAnswers } from '../services/InvitationAnswers';
import type { InvitationsService } from '../services/InvitationsService';
import type { MailsService } from '../services/MailsService';
import type { LimitsService } from '../services/LimitsService';
import type { MembersService } from '../services/MembersService';
import type { OwnershipService } from '../services/OwnershipService';
import type { SettingsService } from '../services/SettingsService';
import type { SuspensionsService } from '../services/SuspensionsService';
import type { ViewingsService } from '../services/ViewingsService';

export type TenancyRouter = DocumentRouter<TenancyPaths>;

export interface RouteContext {
  auth: AuthService;
  httpAuth: HttpAuthService;
  access: TenantAccess;
  refusals: Refusals;
  audit: AuditService;
  callers: CallersService;
  customers: CustomersService;
  limits: LimitsService;
  members: MembersService;
  accessTable: AccessService;
  ownership: OwnershipService;
  settings: SettingsService;
  suspensions: SuspensionsService;
  viewings: ViewingsService;
  mails: MailsService;
  invitations: InvitationsService;
  invitationAnswers: InvitationAnswers;
  emailChanges: EmailChangesService;
  emailChangeAnswers: EmailChangeAnswers;
  guesses: GuessLimiter;
}
