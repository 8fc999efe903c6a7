import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type {
  Membership,
  TenantDirectory,
} from '@freehold/plugin-tenancy-node';
import type { components } from '../api.generated';
import type { AccountsStore } from '../database/AccountsStore';
import { customersSuspended, signInRefused } from '../domain/errors';
import type { AttemptLimiter } from './AttemptLimiter';
import type { PasswordHasher } from './PasswordHasher';
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
   * @throws NotAllowedError when all is right, but the customer is suspended
   * @throws TooManyRequestsError
   */
  async signIn(request: SignInRequest): Promise<SignInResult> {
    const { limiter, sessions } = this.options;
    const email = request.email.trim().toLowerCase();
    await limiter.begin(email, request.origin.address);
    const { matches, suspended } = await this.findMatches(email, request);
    if (matches.length + suspended.length === 0) {
      throw signInRefused();
    }
    await limiter.forgive(email, request.origin.address);
    if (matches.length === 0) {
      const names = await this.nameTenants(suspended);
      throw customersSuspended(names.map(({ name }) => name));
    }
    if (matches.length > 1) {
      return { choose: await this.nameTenants(matches) };
    }
    return sessions.startSession(
      matches[0],
      request.origin,
      request.previousCookie,
    );
  }

  private async findMatches(
    email: string,
    { password, tenant }: SignInRequest,
  ): Promise<{ matches: Membership[]; suspended: Membership[] }> {
    const { directory, hasher } = this.options;
    const [active, suspended] = await Promise.all([
      directory.findMembershipsByEmail(email),
      directory.findSuspendedMembershipsByEmail(email),
    ]);
    const matches = new Set<Membership>();
    let checked = 0;
    for (const candidate of [...active, ...suspended]) {
      if (tenant && candidate.tenant !== tenant) {
        continue;
      }
      const isMatch = await this.checkPassword(candidate, password);
      checked += isMatch === undefined ? 0 : 1;
      if (isMatch) {
        matches.add(candidate);
      }
    }
    if (checked === 0) {
      await hasher.verifyNothing(password);
    }
    return {
      matches: active.filter(candidate => matches.has(candidate)),
      suspended: suspended.filter(candidate => matches.has(candidate)),
    };
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
