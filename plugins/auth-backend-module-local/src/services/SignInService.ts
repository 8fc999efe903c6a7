import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type {
  Membership,
  TenantDirectory,
} from '@freehold/plugin-tenancy-node';
import type { components } from '../api.generated';
import type { AccountKey, AccountsStore } from '../database/AccountsStore';
import { signInRefused } from '../domain/errors';
import type { AttemptLimiter } from './AttemptLimiter';
import type { PasswordHasher } from './PasswordHasher';
import type { SignInAudit } from './SignInAudit';
import type {
  RequestOrigin,
  SessionsService,
  SignedIn,
} from './SessionsService';

export interface SignInRequest {
  email: string;
  password: string;
  /** Which customer, when the e-mail and password fit several. */
  tenant?: string;
  origin: RequestOrigin;
  /** Cookie of the session the browser is in already. */
  previousCookie?: string;
}

export type SignInResult = SignedIn | components['schemas']['Choice'];

interface SignInServiceOptions {
  directory: TenantDirectory;
  accounts: AccountsStore;
  hasher: PasswordHasher;
  limiter: AttemptLimiter;
  sessions: SessionsService;
  audit: SignInAudit;
  businessName: string;
}

/** Decides who signs in. */
export class SignInService {
  static create(options: SignInServiceOptions): SignInService {
    return new SignInService(options);
  }

  private constructor(private readonly options: SignInServiceOptions) {}

  /**
   * @throws AuthenticationError for everything that is wrong: no such account,
   *   other password, removed member, deactivated customer, no password yet
   * @throws TooManyRequestsError
   */
  async signIn(request: SignInRequest): Promise<SignInResult> {
    const { audit, limiter, sessions } = this.options;
    const email = request.email.trim().toLowerCase();
    await this.begin(email, request.origin.address);
    const { candidates, matches } = await this.findMatches(email, request);
    if (matches.length === 0) {
      await audit.refused(email, candidates, 'E-mail or password were wrong.');
      throw signInRefused();
    }
    await limiter.forgive(email, request.origin.address);
    if (matches.length > 1) {
      return { choose: await this.nameTenants(matches) };
    }
    return sessions.startSession(
      matches[0],
      request.origin,
      request.previousCookie,
    );
  }

  private async begin(email: string, address: string): Promise<void> {
    const { audit, directory, limiter } = this.options;
    try {
      await limiter.begin(email, address);
    } catch (error) {
      const accounts = await directory.findMembershipsByEmail(email);
      await audit.refused(email, accounts, 'Too many sign-ins failed before.');
      throw error;
    }
  }

  /**
   * Whether a signed-in member knows their password, before something that
   * needs more than a session. Guessing slows down as it does at sign-in.
   *
   * @param address - network address of the member
   * @throws TooManyRequestsError
   */
  async verifyPassword(
    { tenant, member }: AccountKey,
    password: string,
    address: string,
  ): Promise<boolean> {
    const { directory, limiter } = this.options;
    const membership = await directory.findMembership(
      `user:${tenant}/${member}`,
    );
    if (!membership) {
      return false;
    }
    const email = membership.email.toLowerCase();
    await limiter.begin(email, address);
    const isRight = (await this.checkPassword(membership, password)) === true;
    if (isRight) {
      await limiter.forgive(email, address);
    }
    return isRight;
  }

  private async findMatches(
    email: string,
    { password, tenant }: SignInRequest,
  ): Promise<{ candidates: Membership[]; matches: Membership[] }> {
    const { directory, hasher } = this.options;
    const memberships = await directory.findMembershipsByEmail(email);
    const candidates = memberships.filter(
      candidate => !tenant || candidate.tenant === tenant,
    );
    const matches: Membership[] = [];
    let checked = 0;
    for (const candidate of candidates) {
      const isMatch = await this.checkPassword(candidate, password);
      checked += isMatch === undefined ? 0 : 1;
      if (isMatch) {
        matches.push(candidate);
      }
    }
    if (checked === 0) {
      await hasher.verifyNothing(password);
    }
    return { candidates, matches };
  }

  /** @returns undefined when the account has no password yet */
  private async checkPassword(
    account: Membership,
    password: string,
  ): Promise<boolean | undefined> {
    const { accounts, hasher } = this.options;
    const passwordHash = await accounts.findPasswordHash(account);
    if (!passwordHash) {
      return undefined;
    }
    const isMatch = await hasher.verify(passwordHash, password);
    if (isMatch && hasher.isOutdated(passwordHash)) {
      const renewed = await hasher.hash(password);
      await accounts.replacePasswordHash(account, passwordHash, renewed);
    }
    return isMatch;
  }

  private async nameTenants(memberships: Membership[]) {
    const slugs = memberships.map(({ tenant }) => tenant);
    const customers = await this.options.directory.findCustomers(slugs);
    return slugs.map(tenant => ({
      tenant,
      name:
        tenant === BUSINESS_TENANT
          ? this.options.businessName
          : (customers.get(tenant)?.name ?? tenant),
    }));
  }
}
