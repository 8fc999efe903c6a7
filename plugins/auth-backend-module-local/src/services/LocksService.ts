import { randomUUID } from 'node:crypto';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  type Membership,
  type Outbox,
  type TenantDatabase,
  type TenantDirectory,
  unknownCustomer,
} from '@freehold/plugin-tenancy-node';
import type { components } from '../api.generated';
import type { AccountKey } from '../database/AccountsStore';
import type { AttemptsStore } from '../database/AttemptsStore';
import type { AuthenticatorsStore } from '../database/AuthenticatorsStore';
import type { RecoveryCodesStore } from '../database/RecoveryCodesStore';
import type { SessionsStore } from '../database/SessionsStore';
import { accountsOf } from '../domain/attempts';

interface LocksServiceOptions {
  database: TenantDatabase;
  directory: TenantDirectory;
  attempts: AttemptsStore;
  authenticators: AuthenticatorsStore;
  recoveryCodes: RecoveryCodesStore;
  sessions: SessionsStore;
  outbox: Outbox;
}

/** How others help a member who cannot get in. Callers have been authorized. */
export class LocksService {
  static create(options: LocksServiceOptions): LocksService {
    return new LocksService(options);
  }

  private constructor(private readonly options: LocksServiceOptions) {}

  /** @throws NotFoundError when there is no such active member */
  async getMemberLock(
    key: AccountKey,
  ): Promise<components['schemas']['MemberLock']> {
    const { attempts, authenticators } = this.options;
    const membership = await this.requireMembership(key);
    const [lockedUntil, own] = await Promise.all([
      attempts.findBlockedUntil(accountsOf(membership), new Date()),
      authenticators.listConfirmed(membership),
    ]);
    return {
      lockedUntil: lockedUntil?.toISOString(),
      hasSecondFactor: own.length > 0,
    };
  }

  /**
   * Forgets the failed sign-ins of a member, from wherever they were, and tells
   * them.
   *
   * @throws NotFoundError when there is no such active member
   */
  async unlockMember(key: AccountKey): Promise<void> {
    const { attempts, database, directory, outbox } = this.options;
    const membership = await this.requireMembership(key);
    const { email, displayName } = membership;
    const customer = await directory.findCustomer(key.tenant);
    await attempts.forgetAccounts(accountsOf(membership));
    await database.transaction(key.tenant, async trx => {
      await outbox.put(trx, {
        kind: 'mail',
        id: randomUUID(),
        tenant: key.tenant,
        to: { email, name: displayName },
        template: 'unlock',
        parameters: {
          tenantName: customer?.name,
          at: new Date().toISOString(),
        },
      });
      await outbox.recordAudit(trx, {
        tenant: key.tenant,
        action: 'unlockMember',
        object: { kind: 'member', id: key.member, name: displayName },
      });
    });
  }

  /**
   * Takes all second factors from a member who has lost them, and ends the
   * member's sessions. Only the hosting business may: whoever can also make
   * set-password links could become that member by it.
   *
   * @throws NotAllowedError when the caller is none of the business's operators
   * @throws NotFoundError when there is no such active member
   */
  async resetSecondFactors(callerRef: string, key: AccountKey): Promise<void> {
    const { authenticators, database, outbox, recoveryCodes, sessions } =
      this.options;
    const caller = await this.options.directory.findMembership(callerRef);
    if (caller?.kind !== 'staff' || caller.role !== 'operator') {
      throw new NotAllowedError(
        'Only staff can take second factors away. Ask them.',
      );
    }
    const membership = await this.requireMembership(key);
    await database.transaction(key.tenant, async trx => {
      await authenticators.removeAllOf(trx, key);
      await recoveryCodes.removeAllOf(trx, key);
      await sessions.deleteSessionsOf(trx, key);
      await outbox.recordAudit(trx, {
        tenant: key.tenant,
        action: 'resetSecondFactors',
        object: {
          kind: 'member',
          id: key.member,
          name: membership.displayName,
        },
      });
    });
  }

  private async requireMembership(key: AccountKey): Promise<Membership> {
    const { directory } = this.options;
    const membership = await directory.findMembership(
      `user:${key.tenant}/${key.member}`,
    );
    if (membership) {
      return membership;
    }
    throw (await directory.findCustomer(key.tenant))
      ? new NotFoundError(
          `There is no active member '${key.member}' of '${key.tenant}'`,
        )
      : unknownCustomer(key.tenant);
  }
}
