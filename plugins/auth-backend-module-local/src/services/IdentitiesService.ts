import { randomUUID } from 'node:crypto';
import { CustomErrorBase, NotFoundError } from '@backstage/errors';
import type {
  Membership,
  Outbox,
  TenantDatabase,
  TenantDirectory,
} from '@freehold/plugin-tenancy-node';
import type { components } from '../api.generated';
import type { AccountKey } from '../database/AccountsStore';
import type { ChallengesStore } from '../database/ChallengesStore';
import type { IdentitiesStore, IdentityKey } from '../database/IdentitiesStore';
import type { PasswordLinksStore } from '../database/PasswordLinksStore';
import { underAccount } from '../domain/accounts';
import { CHALLENGE_LIFETIME_MS, type IdentityLink } from '../domain/challenges';
import { linkUnusable } from '../domain/errors';
import {
  createTenantSecret,
  parseTenantSecret,
  type SecretHash,
} from '../domain/secrets';
import type {
  FederationProblem,
  LinkOrigin,
} from '../federation/createFederationGuard';
import type { IdentityProvider } from '../federation/providers';
import type { Challenged, ChallengesService } from './ChallengesService';
import type { PasswordsService } from './PasswordsService';
import type { RequestOrigin, SignedIn } from './SessionsService';

/** An account elsewhere, as its provider has just vouched for it. */
export interface VouchedAccount extends IdentityKey {
  /** Key of `auth.providers`. */
  provider: string;
  label?: string;
}

export interface ProviderAnswer {
  account: VouchedAccount;
  /** What the answer is to be bound by; absent: it is a sign-in. */
  link?: { cookie: string | undefined; hash: SecretHash };
  origin: RequestOrigin;
  previousCookie?: string;
}

/** Why an account elsewhere opens nothing; for the address of a page. */
export class FederationError extends CustomErrorBase {
  name = 'FederationError' as const;

  constructor(readonly problem: FederationProblem) {
    super(`An account elsewhere was refused: ${problem}`);
  }
}

interface IdentitiesServiceOptions {
  database: TenantDatabase;
  store: IdentitiesStore;
  challenges: ChallengesService;
  challengesStore: ChallengesStore;
  directory: TenantDirectory;
  links: PasswordLinksStore;
  outbox: Outbox;
  passwords: Pick<PasswordsService, 'findLink'>;
  providers: IdentityProvider[];
}

/**
 * Accounts elsewhere that members sign in with. They are known by issuer and
 * subject; an e-mail address in them means nothing. Each is bound to one member
 * of one customer, by that member: from a session, or with the link of their
 * invitation.
 */
export class IdentitiesService {
  static create(options: IdentitiesServiceOptions): IdentitiesService {
    return new IdentitiesService(options);
  }

  private constructor(private readonly options: IdentitiesServiceOptions) {}

  listProviders(): components['schemas']['IdentityProvider'][] {
    return this.options.providers.map(({ id, name }) => ({
      id,
      name,
      startPath: `/${id}/start`,
    }));
  }

  async listOf(
    key: AccountKey,
  ): Promise<components['schemas']['LinkedIdentity'][]> {
    const linked = await this.options.store.listOf(key);
    return linked.map(identity => ({
      id: identity.identityId,
      provider: identity.provider,
      providerName:
        this.options.providers.find(({ id }) => id === identity.provider)
          ?.name ?? identity.provider,
      issuer: identity.issuer,
      label: identity.label,
      createdAt: identity.createdAt.toISOString(),
      lastUsedAt: identity.lastUsedAt?.toISOString(),
    }));
  }

  /**
   * Lets the browser bring an account of the provider for the member.
   *
   * @returns the path to go on at, and the cookie that goes along
   * @throws NotFoundError when there is no such provider
   */
  async beginLink(
    key: AccountKey,
    provider: string,
    passwordLinkHash?: SecretHash,
  ): Promise<{ path: string; linkCookie: string }> {
    this.requireProvider(provider);
    const secret = createTenantSecret(key.tenant);
    const now = new Date();
    await this.options.challengesStore.putChallenge(
      {
        tenant: key.tenant,
        challengeId: secret.hash,
        purpose: 'linkIdentity',
        member: key.member,
        link: { provider, passwordLinkHash },
        expiresAt: new Date(now.getTime() + CHALLENGE_LIFETIME_MS),
      },
      now,
    );
    const origin: LinkOrigin = passwordLinkHash ? 'invitation' : 'session';
    return {
      path: `/${provider}/start?link=${origin}`,
      linkCookie: secret.text,
    };
  }

  /**
   * As {@link beginLink}, for who was given a set-password link and would
   * rather sign in with an account elsewhere.
   *
   * @param address - network address of whoever has the link
   * @throws NotFoundError when the link cannot be used
   * @throws TooManyRequestsError after too many links that cannot be used
   */
  async beginInvitedLink(
    token: string,
    provider: string,
    address: string,
  ): Promise<{ path: string; linkCookie: string }> {
    const { hash, link } = await this.options.passwords.findLink(
      token,
      address,
    );
    // Who lost a password gets a password back, and no other way in.
    if (link.isReset) {
      throw linkUnusable();
    }
    return this.beginLink(link, provider, hash);
  }

  /**
   * What a provider's answer leads to: a session or challenge, or an account
   * that is bound now.
   *
   * @throws FederationError
   */
  async takeAnswer(
    answer: ProviderAnswer,
  ): Promise<SignedIn | Challenged | undefined> {
    const { challenges } = this.options;
    if (!answer.link) {
      const membership = await this.findMembership(answer.account);
      return challenges.enter(membership, answer.origin, answer.previousCookie);
    }
    const { membership, link } = await this.takeLink(answer);
    await this.bind(membership, answer.account, link);
    return link.passwordLinkHash
      ? challenges.enter(membership, answer.origin, answer.previousCookie)
      : undefined;
  }

  /** @throws NotFoundError when the member has no such account */
  async removeIdentity(
    membership: Membership,
    identityId: string,
  ): Promise<void> {
    const { database, outbox, store } = this.options;
    await database.transaction(membership.tenant, async trx => {
      const removed = await store.removeIdentity(trx, membership, identityId);
      if (!removed) {
        throw new NotFoundError('There is no such linked account');
      }
      await outbox.recordAudit(trx, {
        tenant: membership.tenant,
        action: 'removeIdentity',
        object: { kind: 'member', id: membership.member },
        before: { provider: removed.provider, issuer: removed.issuer },
      });
    });
  }

  private async findMembership(account: VouchedAccount): Promise<Membership> {
    const { directory, store } = this.options;
    const bound = await store.findByKey(account);
    const [identity] = bound.filter(
      ({ provider }) => provider === account.provider,
    );
    const membership =
      bound.length === 1 && identity
        ? await directory.findMembership(
            `user:${identity.tenant}/${identity.member}`,
          )
        : undefined;
    if (!membership) {
      throw new FederationError('identity-unknown');
    }
    await store.noteUse(identity, new Date());
    return underAccount(membership);
  }

  private async takeLink({
    account,
    link,
  }: ProviderAnswer): Promise<{ membership: Membership; link: IdentityLink }> {
    const { challengesStore, directory } = this.options;
    const presented = parseTenantSecret(link?.cookie);
    const isSame = presented && presented.hash === link?.hash;
    const challenge = isSame
      ? await challengesStore.takeChallenge(
          { tenant: presented.tenant, challengeId: presented.hash },
          'linkIdentity',
          new Date(),
        )
      : undefined;
    const membership =
      challenge &&
      (await directory.findMembership(
        `user:${challenge.tenant}/${challenge.member}`,
      ));
    if (!membership || challenge.link?.provider !== account.provider) {
      throw new FederationError('identity-expired');
    }
    return { membership: underAccount(membership), link: challenge.link };
  }

  private async bind(
    membership: Membership,
    account: VouchedAccount,
    { passwordLinkHash }: IdentityLink,
  ): Promise<void> {
    const { database, links, outbox, store } = this.options;
    if ((await store.findByKey(account)).length > 0) {
      throw new FederationError('identity-taken');
    }
    const { tenant, member } = membership;
    const now = new Date();
    await database.transaction(tenant, async trx => {
      if (passwordLinkHash) {
        if (!(await links.takeLink(trx, tenant, passwordLinkHash, now))) {
          throw new FederationError('identity-expired');
        }
        await links.deleteLinksOf(trx, membership);
      }
      const isAdded = await store.addIdentity(trx, {
        tenant,
        member,
        identityId: `idn_${randomUUID()}`,
        ...account,
        createdAt: now,
      });
      if (!isAdded) {
        throw new FederationError('identity-taken');
      }
      await outbox.recordAudit(trx, {
        tenant,
        action: 'linkIdentity',
        object: { kind: 'member', id: member, name: membership.displayName },
        actor: { ref: membership.userEntityRef },
        after: { provider: account.provider, issuer: account.issuer },
      });
    });
  }

  private requireProvider(provider: string): void {
    if (!this.options.providers.some(({ id }) => id === provider)) {
      throw new NotFoundError(`There is no sign-in with '${provider}'`);
    }
  }
}
