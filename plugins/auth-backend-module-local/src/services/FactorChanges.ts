import { randomUUID } from 'node:crypto';
import type {
  Membership,
  Outbox,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import type { AuthenticatorsStore } from '../database/AuthenticatorsStore';
import type { RecoveryCodesStore } from '../database/RecoveryCodesStore';
import type { SessionsStore } from '../database/SessionsStore';
import { readDevice } from '../domain/devices';
import type { Authenticator } from '../domain/factors';
import { createRecoveryCodes, hashRecoveryCode } from '../domain/recoveryCodes';
import { createTenantSecret } from '../domain/secrets';
import type { Session } from '../domain/sessions';
import type { RequestOrigin } from './SessionsService';

interface FactorChangesOptions {
  authenticators: AuthenticatorsStore;
  recoveryCodes: RecoveryCodesStore;
  sessions: SessionsStore;
  outbox: Outbox;
  /** Where the portal is opened; no slash at the end. */
  appBaseUrl: string;
}

interface Change {
  membership: Membership;
  /** The one the change is made in; it goes on. */
  session: Session | undefined;
  origin: RequestOrigin;
}

/**
 * What follows from each change of a member's second factors, in the same
 * transaction: other sessions end, the member gets a mail, and it is recorded.
 */
export class FactorChanges {
  static create(options: FactorChangesOptions): FactorChanges {
    return new FactorChanges(options);
  }

  private constructor(private readonly options: FactorChangesOptions) {}

  /**
   * @returns recovery codes, when it is the first second factor, and the new
   *   cookie of the session it was added in
   */
  async noteAdded(
    trx: TenantTransaction,
    change: Change & { authenticator: Authenticator },
  ): Promise<{ recoveryCodes?: string[]; cookie?: string }> {
    const { authenticators, sessions } = this.options;
    const { authenticator, membership, session } = change;
    const secret = session && createTenantSecret(session.tenant);
    if (session && secret) {
      await sessions.noteSecondFactor(
        trx,
        session,
        authenticator.kind,
        secret.hash,
        new Date(),
      );
    }
    await this.follow(trx, change, 'authenticatorAdded', authenticator.name);
    await this.record(trx, membership, 'addAuthenticator', {
      after: { kind: authenticator.kind, name: authenticator.name },
    });
    const own = await authenticators.listConfirmedWithin(trx, membership);
    return {
      cookie: secret?.text,
      recoveryCodes:
        own.length === 1
          ? await this.replaceRecoveryCodes(trx, membership)
          : undefined,
    };
  }

  async noteRemoved(
    trx: TenantTransaction,
    change: Change & { authenticator: Authenticator },
  ): Promise<void> {
    const { authenticator, membership } = change;
    await this.follow(trx, change, 'authenticatorRemoved', authenticator.name);
    await this.record(trx, membership, 'removeAuthenticator', {
      before: { kind: authenticator.kind, name: authenticator.name },
    });
  }

  /** @returns the new codes; the ones before stop working */
  async renewRecoveryCodes(
    trx: TenantTransaction,
    change: Change,
  ): Promise<string[]> {
    await this.follow(trx, change, 'recoveryCodesRenewed');
    await this.record(trx, change.membership, 'createRecoveryCodes');
    return this.replaceRecoveryCodes(trx, change.membership);
  }

  private async replaceRecoveryCodes(
    trx: TenantTransaction,
    membership: Membership,
  ): Promise<string[]> {
    const codes = createRecoveryCodes();
    await this.options.recoveryCodes.replaceCodes(
      trx,
      membership,
      codes.map(hashRecoveryCode),
      new Date(),
    );
    return codes;
  }

  private async follow(
    trx: TenantTransaction,
    { membership, session, origin }: Change,
    change: string,
    name?: string,
  ): Promise<void> {
    const { appBaseUrl, outbox, sessions } = this.options;
    await sessions.deleteOtherSessionsOf(trx, membership, session?.sessionId);
    await outbox.put(trx, {
      kind: 'mail',
      id: randomUUID(),
      tenant: membership.tenant,
      to: { email: membership.email, name: membership.displayName },
      template: 'mfaChanged',
      parameters: {
        change,
        name,
        address: origin.address,
        device: readDevice(origin.device).name,
        at: new Date().toISOString(),
        link: `${appBaseUrl}/account/security`,
      },
    });
  }

  private async record(
    trx: TenantTransaction,
    { tenant, member, userEntityRef, displayName }: Membership,
    action: string,
    difference: Pick<
      Parameters<Outbox['recordAudit']>[1],
      'before' | 'after'
    > = {},
  ): Promise<void> {
    await this.options.outbox.recordAudit(trx, {
      tenant,
      action,
      object: { kind: 'member', id: member, name: displayName },
      actor: { ref: userEntityRef },
      ...difference,
    });
  }
}
