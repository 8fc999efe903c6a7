import { randomUUID } from 'node:crypto';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type {
  Membership,
  Outbox,
  TenantDatabase,
  TenantDirectory,
} from '@freehold/plugin-tenancy-node';
import type { PasswordLinksStore } from '../database/PasswordLinksStore';
import { resetSubjectsOf } from '../domain/attempts';
import { createTenantSecret } from '../domain/secrets';
import type { AttemptLimiter } from './AttemptLimiter';

const HOUR_MS = 60 * 60 * 1000;

/** How long a mailed link works. */
const LIFETIME_MS = HOUR_MS;
/**
 * A mailed link stays so long whoever asks again, so that nobody can make the
 * owner's links useless faster than they are read, or fill a mailbox.
 */
const PAUSE_MS = 5 * 60 * 1000;

interface PasswordResetServiceOptions {
  database: TenantDatabase;
  directory: TenantDirectory;
  links: PasswordLinksStore;
  limiter: AttemptLimiter;
  outbox: Outbox;
  /** Where the portal is opened; no slash at the end. */
  appBaseUrl: string;
  businessName: string;
}

/** Links to set a new password, for who can read the mail of an address. */
export class PasswordResetService {
  static create(options: PasswordResetServiceOptions): PasswordResetService {
    return new PasswordResetService(options);
  }

  private constructor(private readonly options: PasswordResetServiceOptions) {}

  /**
   * Mails a link for every membership of the address. Whether there is one
   * makes no difference to the caller.
   *
   * @throws TooManyRequestsError
   */
  async requestPasswordReset(email: string, address: string): Promise<void> {
    const { directory, limiter } = this.options;
    const normalized = email.trim().toLowerCase();
    await limiter.count(
      resetSubjectsOf(normalized, address),
      'Too many requests for a new password',
    );
    const memberships = await directory.findMembershipsByEmail(normalized);
    for (const membership of memberships) {
      await this.mailLink(membership);
    }
  }

  private async mailLink(membership: Membership): Promise<void> {
    const { database, links, outbox, appBaseUrl } = this.options;
    const { tenant, member, email, displayName } = membership;
    const tenantName = await this.nameTenant(tenant);
    const now = new Date();
    const expiresAt = new Date(now.getTime() + LIFETIME_MS);
    const secret = createTenantSecret(tenant);
    await database.transaction(tenant, async trx => {
      const isNew = await links.addResetLink(
        trx,
        { tenant, member, expiresAt },
        secret.hash,
        { now, keepSince: new Date(now.getTime() - PAUSE_MS) },
      );
      if (!isNew) {
        return;
      }
      await outbox.put(trx, {
        kind: 'mail',
        id: randomUUID(),
        tenant,
        to: { email, name: displayName },
        template: 'passwordReset',
        parameters: {
          tenantName,
          // The fragment stays in the browser: no server or proxy logs it.
          url: `${appBaseUrl}/set-password#token=${secret.text}`,
          expiresAt: expiresAt.toISOString(),
        },
      });
      await outbox.recordAudit(trx, {
        tenant,
        action: 'requestPasswordReset',
        object: { kind: 'member', id: member, name: displayName },
        // Whoever asks has proven nothing yet.
        actor: {},
      });
    });
  }

  private async nameTenant(tenant: string): Promise<string> {
    const { directory, businessName } = this.options;
    return tenant === BUSINESS_TENANT
      ? businessName
      : ((await directory.findCustomer(tenant))?.name ?? tenant);
  }
}
