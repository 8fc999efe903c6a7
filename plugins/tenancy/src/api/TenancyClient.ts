import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import type { SitesPaths } from '@freehold/plugin-sites-common';
import type { TenancyPaths } from '@freehold/plugin-tenancy-common';
import {
  createPortalClient,
  expectData,
  type Me,
  type PortalClient,
} from '@freehold/plugin-tenancy-react';
import type {
  AuditExportQuery,
  AuditQuery,
  CustomerChange,
  CustomerSettings,
  CustomersQuery,
  LimitsChange,
  MemberChange,
  MembersQuery,
  MailsQuery,
  NewCustomer,
  NewEmail,
  NewInvitation,
  NewMember,
  NewViewing,
  Suspension,
  TenancyApi,
} from './TenancyApi';

const SITES_SHOWN = 20;
/** As many as may wait at a time. */
const INVITATIONS_SHOWN = 100;

/** {@link TenancyApi} over HTTP. */
export class TenancyClient implements TenancyApi {
  private readonly tenancy: PortalClient<TenancyPaths>;
  private readonly sites: PortalClient<SitesPaths>;

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.tenancy = createPortalClient({ pluginId: 'tenancy', ...options });
    this.sites = createPortalClient({ pluginId: 'sites', ...options });
  }

  getMe(): Promise<Me> {
    return expectData(this.tenancy.request('get', '/me'));
  }

  listCustomers(query: CustomersQuery) {
    return expectData(
      this.tenancy.request('get', '/customers', { params: { query } }),
    );
  }

  createCustomer(body: NewCustomer) {
    return expectData(this.tenancy.request('post', '/customers', { body }));
  }

  getCustomer(customer: string) {
    return expectData(
      this.tenancy.request('get', '/customers/{customer}', {
        params: { path: { customer } },
      }),
    );
  }

  updateCustomer(customer: string, body: CustomerChange) {
    return expectData(
      this.tenancy.request('patch', '/customers/{customer}', {
        params: { path: { customer } },
        body,
      }),
    );
  }

  deactivateCustomer(customer: string, reason: string) {
    return expectData(
      this.tenancy.request('post', '/customers/{customer}/deactivate', {
        params: { path: { customer } },
        body: { reason },
      }),
    );
  }

  reactivateCustomer(customer: string) {
    return expectData(
      this.tenancy.request('post', '/customers/{customer}/reactivate', {
        params: { path: { customer } },
      }),
    );
  }

  suspendCustomer(customer: string, body: Suspension) {
    return expectData(
      this.tenancy.request('post', '/customers/{customer}/suspend', {
        params: { path: { customer } },
        body,
      }),
    );
  }

  resumeCustomer(customer: string) {
    return expectData(
      this.tenancy.request('post', '/customers/{customer}/resume', {
        params: { path: { customer } },
      }),
    );
  }

  updateCustomerSettings(customer: string, body: CustomerSettings) {
    return expectData(
      this.tenancy.request('patch', '/customers/{customer}/settings', {
        params: { path: { customer } },
        body,
      }),
    );
  }

  handOverOwnership(customer: string, to: string) {
    return expectData(
      this.tenancy.request('post', '/customers/{customer}/ownership', {
        params: { path: { customer } },
        body: { to },
      }),
    );
  }

  listViewings(customer: string, query: { offset: number; limit: number }) {
    return expectData(
      this.tenancy.request('get', '/customers/{customer}/viewings', {
        params: { path: { customer }, query },
      }),
    );
  }

  startViewingAs(customer: string, body: NewViewing) {
    return expectData(
      this.tenancy.request('post', '/customers/{customer}/viewings', {
        params: { path: { customer } },
        body,
      }),
    );
  }

  async stopViewingAs(): Promise<void> {
    await this.tenancy.request('post', '/viewing/stop', {});
  }

  listRoles() {
    return expectData(this.tenancy.request('get', '/roles'));
  }

  explainAccess(action: string, object?: string) {
    return expectData(
      this.tenancy.request('get', '/access', {
        params: { query: { action, object } },
      }),
    );
  }

  getUsage(customer: string) {
    return expectData(
      this.tenancy.request('get', '/customers/{customer}/usage', {
        params: { path: { customer } },
      }),
    );
  }

  getSitesUsage(customer: string) {
    return expectData(
      this.sites.request('get', '/customers/{customer}/usage', {
        params: { path: { customer } },
      }),
    );
  }

  updateCustomerLimits(customer: string, body: LimitsChange) {
    return expectData(
      this.tenancy.request('patch', '/customers/{customer}/limits', {
        params: { path: { customer } },
        body,
      }),
    );
  }

  listMembers(customer: string, query: MembersQuery) {
    return expectData(
      this.tenancy.request('get', '/customers/{customer}/members', {
        params: { path: { customer }, query },
      }),
    );
  }

  addMember(customer: string, body: NewMember) {
    return expectData(
      this.tenancy.request('post', '/customers/{customer}/members', {
        params: { path: { customer } },
        body,
      }),
    );
  }

  updateMember(customer: string, member: string, body: MemberChange) {
    return expectData(
      this.tenancy.request('patch', '/customers/{customer}/members/{member}', {
        params: { path: { customer, member } },
        body,
      }),
    );
  }

  async removeMember(customer: string, member: string): Promise<void> {
    await this.tenancy.request(
      'delete',
      '/customers/{customer}/members/{member}',
      {
        params: { path: { customer, member } },
      },
    );
  }

  createPasswordLink(customer: string, member: string) {
    return expectData(
      this.tenancy.request(
        'post',
        '/customers/{customer}/members/{member}/password-link',
        { params: { path: { customer, member } } },
      ),
    );
  }

  listInvitations(tenant: string) {
    return expectData(
      this.tenancy.request('get', '/tenants/{tenant}/invitations', {
        params: { path: { tenant }, query: { limit: INVITATIONS_SHOWN } },
      }),
    );
  }

  inviteMember(tenant: string, body: NewInvitation) {
    return expectData(
      this.tenancy.request('post', '/tenants/{tenant}/invitations', {
        params: { path: { tenant } },
        body,
      }),
    );
  }

  resendInvitation(tenant: string, invitation: string) {
    return expectData(
      this.tenancy.request(
        'post',
        '/tenants/{tenant}/invitations/{invitation}/resend',
        { params: { path: { tenant, invitation } } },
      ),
    );
  }

  async revokeInvitation(tenant: string, invitation: string): Promise<void> {
    await this.tenancy.request(
      'delete',
      '/tenants/{tenant}/invitations/{invitation}',
      { params: { path: { tenant, invitation } } },
    );
  }

  getEmailChange() {
    return expectData(this.tenancy.request('get', '/me/email-change'));
  }

  changeEmail(body: NewEmail) {
    return expectData(
      this.tenancy.request('post', '/me/email-change', { body }),
    );
  }

  async cancelEmailChange(): Promise<void> {
    await this.tenancy.request('delete', '/me/email-change');
  }

  listMails(query: MailsQuery) {
    return expectData(
      this.tenancy.request('get', '/mails', { params: { query } }),
    );
  }

  getMail(tenant: string, mail: string) {
    return expectData(
      this.tenancy.request('get', '/tenants/{tenant}/mails/{mail}', {
        params: { path: { tenant, mail } },
      }),
    );
  }

  sendMailAgain(tenant: string, mail: string) {
    return expectData(
      this.tenancy.request(
        'post',
        '/tenants/{tenant}/mails/{mail}/send-again',
        {
          params: { path: { tenant, mail } },
        },
      ),
    );
  }

  listAuditEvents(query: AuditQuery) {
    return expectData(
      this.tenancy.request('get', '/audit-events', { params: { query } }),
    );
  }

  exportAuditEvents(query: AuditExportQuery): Promise<Blob> {
    return expectData(
      this.tenancy.request('get', '/audit-events/export', {
        params: { query },
        parseAs: 'blob',
      }),
    );
  }

  getAuditHealth() {
    return expectData(this.tenancy.request('get', '/audit-health'));
  }

  getMonthlyCost(customer: string) {
    return expectData(
      this.sites.request('get', '/customers/{customer}/monthly-limit', {
        params: { path: { customer } },
      }),
    );
  }

  setMonthlyLimit(
    customer: string,
    body: { amount: string | null; reason: string },
  ) {
    return expectData(
      this.sites.request('put', '/customers/{customer}/monthly-limit', {
        params: { path: { customer } },
        body,
      }),
    );
  }

  listSitesOf(customer: string) {
    return expectData(
      this.sites.request('get', '/sites', {
        params: { query: { customer, sort: '-createdAt', limit: SITES_SHOWN } },
      }),
    );
  }
}
