import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { Outbox, TenantTransaction } from '@freehold/plugin-tenancy-node';
import { randomUUID } from 'node:crypto';
import type { InvitationRow } from '../database/invitationsStore';
import { findTenantName } from '../database/customersStore';

/** Roles as mails call them. */
const roleNames: Record<string, string> = {
  owner: 'Owner',
  admin: 'Admin',
  developer: 'Developer',
  billing: 'Billing',
  viewer: 'Viewer',
  operator: 'Operator',
  finance: 'Finance',
  support: 'Support',
};

/** Puts the mails of invitations in the outbox. */
export class InvitationMails {
  static create(options: {
    outbox: Outbox;
    appBaseUrl: string;
    businessName: string;
  }): InvitationMails {
    return new InvitationMails(options);
  }

  private constructor(
    private readonly options: {
      outbox: Outbox;
      appBaseUrl: string;
      businessName: string;
    },
  ) {}

  /** @param token - in readable form, for the last time */
  async put(
    trx: TenantTransaction,
    row: InvitationRow,
    token: string,
  ): Promise<void> {
    const { outbox, appBaseUrl } = this.options;
    await outbox.put(trx, {
      kind: 'mail',
      id: randomUUID(),
      tenant: row.tenant_id,
      to: { email: row.email },
      template: 'invitation',
      parameters: {
        tenantName: await this.nameTenant(trx, row.tenant_id),
        role: roleNames[row.role],
        // The fragment stays in the browser: no server or proxy logs it.
        url: `${appBaseUrl}/accept-invitation#token=${token}`,
        expiresAt: row.expires_at.toISOString(),
        ...(row.inviter_name && { inviterName: row.inviter_name }),
      },
    });
  }

  /** What people call a customer, or the business itself. */
  async nameTenant(trx: TenantTransaction, tenant: string): Promise<string> {
    return tenant === BUSINESS_TENANT
      ? this.options.businessName
      : findTenantName(trx, tenant);
  }
}
