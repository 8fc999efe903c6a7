import type { JsonObject } from '@backstage/types';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { Outbox, TenantTransaction } from '@freehold/plugin-tenancy-node';
import { randomUUID } from 'node:crypto';
import { findTenantName } from '../database/customersStore';
import type { EmailChangeRow } from '../database/emailChangesStore';

interface EmailChangeMailsOptions {
  outbox: Outbox;
  appBaseUrl: string;
  businessName: string;
}

/** Puts the mails of a change of address in the outbox. */
export class EmailChangeMails {
  static create(options: EmailChangeMailsOptions): EmailChangeMails {
    return new EmailChangeMails(options);
  }

  private constructor(private readonly options: EmailChangeMailsOptions) {}

  /** @param about.newToken - absent where the new address is taken */
  async putConfirmations(
    trx: TenantTransaction,
    row: EmailChangeRow,
    about: { memberName: string; oldToken: string; newToken?: string },
  ): Promise<void> {
    const tenantName = await this.nameTenant(trx, row.tenant_id);
    const expiresAt = row.expires_at.toISOString();
    await this.put(trx, row.tenant_id, row.old_email, 'emailChangeOld', {
      tenantName,
      newEmail: row.new_email,
      url: this.linkOf(about.oldToken),
      expiresAt,
    });
    if (!about.newToken) {
      await this.put(trx, row.tenant_id, row.new_email, 'emailChangeTaken', {
        tenantName,
      });
      return;
    }
    await this.put(trx, row.tenant_id, row.new_email, 'emailChangeNew', {
      tenantName,
      memberName: about.memberName,
      url: this.linkOf(about.newToken),
      expiresAt,
    });
  }

  /** Tells both addresses that the change is in effect. */
  async putResult(
    trx: TenantTransaction,
    row: EmailChangeRow,
    at: Date,
  ): Promise<void> {
    const parameters = {
      tenantName: await this.nameTenant(trx, row.tenant_id),
      newEmail: row.new_email,
      at: at.toISOString(),
    };
    for (const email of [row.old_email, row.new_email]) {
      await this.put(trx, row.tenant_id, email, 'emailChanged', parameters);
    }
  }

  /** What people call a customer, or the business itself. */
  async nameTenant(trx: TenantTransaction, tenant: string): Promise<string> {
    return tenant === BUSINESS_TENANT
      ? this.options.businessName
      : findTenantName(trx, tenant);
  }

  private linkOf(token: string): string {
    // The fragment stays in the browser: no server or proxy logs it.
    return `${this.options.appBaseUrl}/confirm-email#token=${token}`;
  }

  private async put(
    trx: TenantTransaction,
    tenant: string,
    email: string,
    template: string,
    parameters: JsonObject,
  ): Promise<void> {
    await this.options.outbox.put(trx, {
      kind: 'mail',
      id: randomUUID(),
      tenant,
      to: { email },
      template,
      parameters,
    });
  }
}
