import { createApiRef } from '@backstage/frontend-plugin-api';
import type { SitesComponents } from '@freehold/plugin-sites-common';
import type {
  TenancyComponents,
  TenancyPaths,
} from '@freehold/plugin-tenancy-common';

type Schemas = TenancyComponents['schemas'];
export type Customer = Schemas['Customer'];
export type Member = Schemas['Member'];
export type PasswordLink = Schemas['PasswordLink'];
export type AddedMember = Schemas['AddedMember'];
export type Viewing = Schemas['Viewing'];
export type RoleTable = Schemas['RoleTable'];
export type AccessExplanation = Schemas['AccessExplanation'];
export type Site = SitesComponents['schemas']['Site'];
export type Usage = Schemas['Usage'];
export type SitesUsage = SitesComponents['schemas']['SitesUsage'];
export type MonthlyCost = SitesComponents['schemas']['MonthlyCost'];

export type AuditEvent = Schemas['AuditEvent'];
export type AuditHealth = Schemas['AuditHealth'];
export type Invitation = Schemas['Invitation'];
export type EmailChange = Schemas['EmailChange'];
export type Mail = Schemas['Mail'];
export type OpenedMail = Schemas['OpenedMail'];

type Body<Operation> = Operation extends {
  requestBody: { content: { 'application/json': infer Content } };
}
  ? Content
  : never;
type Query<Operation> = Operation extends { parameters: { query?: infer Q } }
  ? NonNullable<Q>
  : never;

export type CustomersQuery = Query<TenancyPaths['/customers']['get']>;
export type NewCustomer = Body<TenancyPaths['/customers']['post']>;
export type CustomerChange = Body<
  TenancyPaths['/customers/{customer}']['patch']
>;
export type LimitsChange = Body<
  TenancyPaths['/customers/{customer}/limits']['patch']
>;
export type MembersQuery = Query<
  TenancyPaths['/customers/{customer}/members']['get']
>;
export type NewMember = Body<
  TenancyPaths['/customers/{customer}/members']['post']
>;
export type MemberChange = Body<
  TenancyPaths['/customers/{customer}/members/{member}']['patch']
>;

export type AuditQuery = Query<TenancyPaths['/audit-events']['get']>;
export type AuditExportQuery =
  TenancyPaths['/audit-events/export']['get']['parameters']['query'];
export type AuditExportFormat = AuditExportQuery['format'];

/** One page of who did what. */
export interface AuditEventsPage {
  items: AuditEvent[];
  /** Where the next one begins; absent on the last. */
  next?: string;
}
export type NewInvitation = Body<
  TenancyPaths['/tenants/{tenant}/invitations']['post']
>;
export type NewEmail = Body<TenancyPaths['/me/email-change']['post']>;
export type MailsQuery = Query<TenancyPaths['/mails']['get']>;
export type Suspension = Body<
  TenancyPaths['/customers/{customer}/suspend']['post']
>;
export type CustomerSettings = Body<
  TenancyPaths['/customers/{customer}/settings']['patch']
>;
export type NewViewing = Body<
  TenancyPaths['/customers/{customer}/viewings']['post']
>;

/** One page of a list, and how many there are in all. */
export interface ListPage<Item> {
  items: Item[];
  total: number;
}

/** A customer as just made, with its owner's link, shown this once. */
export interface CreatedCustomer {
  customer: Customer;
  owner: Member;
  passwordLink?: PasswordLink;
}

/**
 * Customers and their members. Every method rejects with a PortalError when
 * the backend refuses.
 */
export interface TenancyApi {
  listCustomers(query: CustomersQuery): Promise<ListPage<Customer>>;
  createCustomer(input: NewCustomer): Promise<CreatedCustomer>;
  getCustomer(customer: string): Promise<Customer>;
  updateCustomer(customer: string, change: CustomerChange): Promise<Customer>;
  deactivateCustomer(customer: string, reason: string): Promise<Customer>;
  reactivateCustomer(customer: string): Promise<Customer>;
  suspendCustomer(customer: string, suspension: Suspension): Promise<Customer>;
  resumeCustomer(customer: string): Promise<Customer>;
  updateCustomerSettings(
    customer: string,
    settings: CustomerSettings,
  ): Promise<Customer>;
  handOverOwnership(customer: string, to: string): Promise<Member>;
  listViewings(
    customer: string,
    page: { offset: number; limit: number },
  ): Promise<ListPage<Viewing>>;
  startViewingAs(customer: string, viewing: NewViewing): Promise<Viewing>;
  stopViewingAs(): Promise<void>;
  listRoles(): Promise<RoleTable>;
  explainAccess(action: string, object?: string): Promise<AccessExplanation>;
  /** Limits, and what is left of requests. */
  getUsage(customer: string): Promise<Usage>;
  /** What is left of sites and deployments. */
  getSitesUsage(customer: string): Promise<SitesUsage>;
  updateCustomerLimits(customer: string, change: LimitsChange): Promise<Usage>;
  listMembers(customer: string, query: MembersQuery): Promise<ListPage<Member>>;
  addMember(customer: string, input: NewMember): Promise<AddedMember>;
  updateMember(
    customer: string,
    member: string,
    change: MemberChange,
  ): Promise<Member>;
  removeMember(customer: string, member: string): Promise<void>;
  createPasswordLink(customer: string, member: string): Promise<PasswordLink>;
  /** Newest first. */
  listAuditEvents(query: AuditQuery): Promise<AuditEventsPage>;
  /** All events that match, as a file. */
  exportAuditEvents(query: AuditExportQuery): Promise<Blob>;
  getAuditHealth(): Promise<AuditHealth>;
  /** Invitations that wait for their answer; the tenant `default` is the staff. */
  listInvitations(tenant: string): Promise<ListPage<Invitation>>;
  inviteMember(tenant: string, input: NewInvitation): Promise<Invitation>;
  resendInvitation(tenant: string, invitation: string): Promise<Invitation>;
  revokeInvitation(tenant: string, invitation: string): Promise<void>;
  /** The change of one's own address that waits, if one does. */
  getEmailChange(): Promise<{ pending?: EmailChange }>;
  changeEmail(input: NewEmail): Promise<EmailChange>;
  cancelEmailChange(): Promise<void>;
  /** `isSending`: a mail server is configured. */
  listMails(
    query: MailsQuery,
  ): Promise<ListPage<Mail> & { isSending: boolean }>;
  getMail(tenant: string, mail: string): Promise<OpenedMail>;
  sendMailAgain(tenant: string, mail: string): Promise<Mail>;
  /** What all sites of a customer cost a month, and may. */
  getMonthlyCost(customer: string): Promise<MonthlyCost>;
  /** `amount` is a decimal, in the currency of the prices; null takes the limit away. */
  setMonthlyLimit(
    customer: string,
    limit: { amount: string | null; reason: string },
  ): Promise<MonthlyCost>;
  /** The newest sites of a customer. */
  listSitesOf(customer: string): Promise<ListPage<Site>>;
}

export const tenancyApiRef = createApiRef<TenancyApi>().with({
  id: 'plugin.tenancy.api',
  pluginId: 'tenancy',
});
