import { randomUUID } from 'node:crypto';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type {
  Membership,
  Outbox,
  TenantDatabase,
  TenantDirectory,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import type { components } from '../api.generated';
import type { AccountKey, AccountsStore } from '../database/AccountsStore';
import type { IdentitiesStore } from '../database/IdentitiesStore';
import type {
  PasswordLink,
  PasswordLinksStore,
} from '../database/PasswordLinksStore';
import type { SessionsStore } from '../database/SessionsStore';
import { linkSubjectsOf, subjectsOf } from '../domain/attempts';
import { linkUnusable } from '../domain/errors';
import {
  createTenantSecret,
  parseTenantSecret,
  type SecretHash,
} from '../domain/secrets';
import type { AttemptLimiter } from './AttemptLimiter';
import type { PasswordHasher } from './PasswordHasher';
import type { SignInAudit } from './SignInAudit';
import { ratePassword } from './PasswordStrength';

interface PasswordsServiceOptions {
  database: TenantDatabase;
  directory: TenantDirectory;
  accounts: AccountsStore;
  identities: Pick<IdentitiesStore, 'listOf'>;
  links: PasswordLinksStore;
  sessions: SessionsStore;
  hasher: PasswordHasher;
  limiter: AttemptLimiter;
  audit: SignInAudit;
  outbox: Outbox;
  /** Where the portal is opened; no slash at the end. */
  appBaseUrl: string;
  /** What staff know the business as. */
  businessName: string;
  linkLifetimeMs: number;
}

/** A set-password link that was presented. */
export interface FoundLink {
  hash: SecretHash;
  link: PasswordLink;
  membership: Membership;
}

const TOO_MANY_LINKS = 'Too many links that cannot be used';

/** Set-password links and what is done with them. */
export class PasswordsService {
  static create(options: PasswordsServiceOptions): PasswordsService {
    return new PasswordsService(options);
  }

  private constructor(private readonly options: PasswordsServiceOptions) {}

  /**
   * @param options.firstOnly - for a member who cannot sign in yet
   * @throws NotFoundError when there is no such active member
   * @throws ConflictError when the member has a password or an account
   *   elsewhere, with `firstOnly`
   */
  async createLink(
    key: AccountKey,
    options: { firstOnly: boolean } = { firstOnly: false },
  ): Promise<components['schemas']['PasswordLink']> {
    const { directory, links, appBaseUrl, linkLifetimeMs } = this.options;
    const membership = await directory.findMembership(
      `user:${key.tenant}/${key.member}`,
    );
    if (!membership) {
      throw new NotFoundError(
        `There is no active member '${key.member}' of '${key.tenant}'`,
      );
    }
    if (options.firstOnly && (await this.canSignIn(key))) {
      throw new ConflictError('The member can sign in already');
    }
    const now = new Date();
    const expiresAt = new Date(now.getTime() + linkLifetimeMs);
    const secret = createTenantSecret(key.tenant);
    await links.replaceLink({ ...key, expiresAt }, secret.hash, now);
    return {
      // The fragment stays in the browser: no server or proxy logs it.
      url: `${appBaseUrl}/set-password#token=${secret.text}`,
      expiresAt: expiresAt.toISOString(),
    };
  }

  /**
   * @throws NotFoundError when the link cannot be used
   * @throws TooManyRequestsError after too many links that cannot be used
   */
  async inspectLink(
    token: string,
    address: string,
  ): Promise<components['schemas']['InspectedLink']> {
    const { link, membership } = await this.findLink(token, address);
    return {
      displayName: membership.displayName,
      email: membership.email,
      expiresAt: link.expiresAt.toISOString(),
    };
  }

  /**
   * Sets the member's password, uses the link up and ends all sessions that
   * were opened with the password before.
   *
   * @throws NotFoundError when the link cannot be used
   * @throws InputError when the password is weak; the link stays usable
   */
  async setPassword(
    token: string,
    password: string,
    address: string,
  ): Promise<void> {
    const { audit, database, accounts, links, sessions, hasher } = this.options;
    const { hash, link, membership } = await this.findLink(token, address);
    await this.refuseWeakPassword(password, membership);
    const passwordHash = await hasher.hash(password);
    const now = new Date();
    await database.transaction(link.tenant, async trx => {
      const taken = await links.takeLink(trx, link.tenant, hash, now);
      if (!taken) {
        throw linkUnusable();
      }
      const isChange = await accounts.hasPassword(trx, taken);
      await accounts.setPasswordHash(trx, taken, passwordHash, now);
      await links.deleteLinksOf(trx, taken);
      await sessions.deleteSessionsOf(trx, taken);
      await audit.passwordSet(trx, taken);
      if (isChange) {
        await this.mailChange(trx, membership, now);
      }
    });
    await this.options.limiter.uncount(
      subjectsOf(membership.email.toLowerCase(), { address }),
    );
  }

  /**
   * A link that can be used, and whose it is. Links that can't are counted for
   * the network address.
   *
   * @throws NotFoundError when the link cannot be used
   * @throws TooManyRequestsError after too many links that cannot be used
   */
  async findLink(token: string, address: string): Promise<FoundLink> {
    const { limiter } = this.options;
    await limiter.count(linkSubjectsOf(address), TOO_MANY_LINKS);
    const found = await this.lookUp(token);
    await limiter.uncount(linkSubjectsOf(address));
    return found;
  }

  private async canSignIn(key: AccountKey): Promise<boolean> {
    const { accounts, identities } = this.options;
    const [passwordHash, linked] = await Promise.all([
      accounts.findPasswordHash(key),
      identities.listOf(key),
    ]);
    return passwordHash !== undefined || linked.length > 0;
  }

  private async lookUp(token: string): Promise<FoundLink> {
    const presented = parseTenantSecret(token);
    const link =
      presented &&
      (await this.options.links.findLink(
        presented.tenant,
        presented.hash,
        new Date(),
      ));
    const membership =
      link &&
      (await this.options.directory.findMembership(
        `user:${link.tenant}/${link.member}`,
      ));
    if (!membership) {
      throw linkUnusable();
    }
    return { hash: presented.hash, link, membership };
  }

  private async mailChange(
    trx: TenantTransaction,
    { tenant, email, displayName }: Membership,
    now: Date,
  ): Promise<void> {
    const { directory, outbox, businessName } = this.options;
    const customer = await directory.findCustomer(tenant);
    await outbox.put(trx, {
      kind: 'mail',
      id: randomUUID(),
      tenant,
      to: { email, name: displayName },
      template: 'passwordChanged',
      parameters: {
        tenantName: customer?.name ?? businessName,
        at: now.toISOString(),
      },
    });
  }

  private async refuseWeakPassword(
    password: string,
    membership: Membership,
  ): Promise<void> {
    const customer = await this.options.directory.findCustomer(
      membership.tenant,
    );
    const { acceptable, feedback } = ratePassword(password, [
      membership.email,
      membership.displayName,
      membership.tenant,
      customer?.name ?? '',
    ]);
    if (!acceptable) {
      throw new InputError(
        `This password is too easy to guess. ${feedback.join(' ')}`,
      );
    }
  }
}
