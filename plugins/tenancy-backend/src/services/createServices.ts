import type {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type {
  Outbox,
  TenantDatabase,
  TenantDirectory,
  TenantLimits,
} from '@freehold/plugin-tenancy-node';
import type { MailConfig } from '../mail/mailConfig';
import { AccessService } from './AccessService';
import { AuditService } from './AuditService';
import { CallersService } from './CallersService';
import { CustomersService } from './CustomersService';
import { EmailChangeAnswers } from './EmailChangeAnswers';
import { EmailChangeMails } from './EmailChangeMails';
import { EmailChangesService } from './EmailChangesService';
import { InvitationAnswers } from './InvitationAnswers';
import { InvitationMails } from './InvitationMails';
import { InvitationsService } from './InvitationsService';
import { LimitsService } from './LimitsService';
import { MembersService } from './MembersService';
import { OwnershipService } from './OwnershipService';
import { PasswordChecks } from './PasswordChecks';
import { PasswordLinks } from './PasswordLinks';
import { SettingsService } from './SettingsService';
import { SuspensionsService } from './SuspensionsService';
import { TenancyEvents } from './TenancyEvents';
import { ViewingsService } from './ViewingsService';

/** Puts together what the routes call, each service from what it needs. */
export function createServices(options: {
  auth: AuthService;
  database: TenantDatabase;
  directory: TenantDirectory;
  discovery: DiscoveryService;
  events: EventsService;
  limits: TenantLimits;
  logger: LoggerService;
  outbox: Outbox;
  surroundings: MailConfig['surroundings'];
}) {
  const { surroundings } = options;
  const collaborators = {
    ...options,
    emailChangeMails: EmailChangeMails.create({ ...options, ...surroundings }),
    passwordChecks: PasswordChecks.create(options),
    invitationMails: InvitationMails.create({ ...options, ...surroundings }),
    passwordLinks: PasswordLinks.create(options),
    events: TenancyEvents.create(options),
  };
  return {
    audit: AuditService.create(collaborators),
    callers: CallersService.create({ ...collaborators, ...surroundings }),
    customers: CustomersService.create(collaborators),
    limits: LimitsService.create(collaborators),
    members: MembersService.create(collaborators),
    accessTable: AccessService.create(collaborators),
    ownership: OwnershipService.create(collaborators),
    settings: SettingsService.create(collaborators),
    suspensions: SuspensionsService.create(collaborators),
    viewings: ViewingsService.create(collaborators),
    invitations: InvitationsService.create(collaborators),
    invitationAnswers: InvitationAnswers.create(collaborators),
    emailChanges: EmailChangesService.create(collaborators),
    emailChangeAnswers: EmailChangeAnswers.create(collaborators),
  };
}
