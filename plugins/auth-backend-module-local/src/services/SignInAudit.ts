import {
  type Membership,
  type Outbox,
  type Refusals,
  type TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { AccountKey } from '../database/AccountsStore';
import type { Session } from '../domain/sessions';

/** Puts on the record who signed in and out, and who was not let in. */
export class SignInAudit {
  static create(options: {
    outbox: Pick<Outbox, 'recordAudit'>;
    refusals: Pick<Refusals, 'record'>;
    /** Of an address that is nobody's, which the trail is not to list. */
    hashEmail: (email: string) => string;
  }): SignInAudit {
    return new SignInAudit(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof SignInAudit.create>[0],
  ) {}

  async signedIn(
    trx: TenantTransaction,
    session: Session,
    device: string,
  ): Promise<void> {
    await this.recordSession(trx, 'signIn', session, { after: { device } });
  }

  async signedOut(trx: TenantTransaction, session: Session): Promise<void> {
    await this.recordSession(trx, 'signOut', session, {});
  }

  /** The portal ended the session, and says why. */
  async ended(
    trx: TenantTransaction,
    session: Session,
    reason: string,
  ): Promise<void> {
    await this.recordSession(trx, 'refreshSession', session, {
      outcome: 'refused',
      reason,
    });
  }

  async passwordSet(trx: TenantTransaction, key: AccountKey): Promise<void> {
    await this.deps.outbox.recordAudit(trx, {
      tenant: key.tenant,
      actor: { ref: refOf(key) },
      action: 'setPassword',
      object: { kind: 'member', id: key.member },
    });
  }

  /**
   * Somebody was not let in, who may be anybody: whose account it was about is
   * told in its tenants' trails, and nothing but a hash where it is nobody's.
   */
  async refused(
    email: string,
    accounts: readonly Membership[],
    reason: string,
  ): Promise<void> {
    const told = { action: 'signIn', reason };
    for (const { tenant, userEntityRef, displayName } of accounts) {
      const object = { kind: 'session', id: userEntityRef, name: displayName };
      await this.deps.refusals.record({ ...told, tenant, object });
    }
    if (accounts.length === 0) {
      const id = `unknown:${this.deps.hashEmail(email)}`;
      const object = { kind: 'session', id };
      await this.deps.refusals.record({
        ...told,
        tenant: BUSINESS_TENANT,
        object,
      });
    }
  }

  private async recordSession(
    trx: TenantTransaction,
    action: string,
    session: Session,
    told: {
      outcome?: 'refused';
      reason?: string;
      after?: { device: string };
    },
  ): Promise<void> {
    await this.deps.outbox.recordAudit(trx, {
      tenant: session.tenant,
      actor: { ref: refOf(session) },
      action,
      object: { kind: 'session', id: session.sessionId },
      ...told,
    });
  }
}

function refOf({ tenant, member }: AccountKey): string {
  return `user:${tenant}/${member}`;
}
