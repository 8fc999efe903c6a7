import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type {
  Membership,
  TenantDirectory,
} from '@freehold/plugin-tenancy-node';
import type { components } from '../api.generated';
import type { AccountKey, AccountsStore } from '../database/AccountsStore';
import { subjectsOf } from '../domain/attempts';
import { customersSuspended, signInRefused } from '../domain/errors';
import type { AttemptLimiter } from './AttemptLimiter';
import type { PasswordHasher } from './PasswordHasher';
import type { Challenged, ChallengesService } from './ChallengesService';
import type { KnownDevices } from './KnownDevices';
import type { SignInAudit } from './SignInAudit';
import type { RequestOrigin, SignedIn } from './SessionsService';

export interface SignInRequest {
  email: string;
  password: string;
  /** Which customer, when the e-mail and password fit several. */
  tenant?: string;
  origin: RequestOrigin;
  /** Cookie of the session the browser is in already. */
  previousCookie?: string;
}

export type SignInResult =
  SignedIn | Challenged | components['schemas']['Choice'];

interface SignInServiceOptions {
  directory: TenantDirectory;
  accounts: AccountsStore;
  hasher: PasswordHasher;
  limiter: AttemptLimiter;
  devices: KnownDevices;
  challenges: ChallengesService;
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
   * @throws NotAllowedError when all is right, but the customer is suspended
   * @throws TooManyRequestsError
   */
  async signIn(request: SignInRequest): Promise<SignInResult> {
    const { audit, challenges, devices, directory, limiter } = this.options;
    this.options.hasher.refuseWhenBusy();
    const email = request.email.trim().toLowerCase();
    const { address, deviceToken } = request.origin;
    const [active, suspended] = await Promise.all([
      directory.findMembershipsByEmail(email),
      directory.findSuspendedMembershipsByEmail(email),
    ]);
    const memberships = [...active, ...suspended];
    const knownDevice = await devices.findKnown(memberships, deviceToken);
    const subjects = subjectsOf(email, { address, knownDevice });
    try {
      await limiter.count(subjects);
    } catch (error) {
      await audit.refused(
        email,
        memberships,
        'Too many sign-ins failed before.',
      );
      throw error;
    }
    const fitting = await this.findMatches(memberships, request);
    if (fitting.length === 0) {
      const accounts = memberships.filter(
        ({ tenant }) => !request.tenant || tenant === request.tenant,
      );
      await audit.refused(email, accounts, 'E-mail or password were wrong.');
      throw signInRefused();
    }
    await limiter.uncount(subjects);
    const matches = fitting.filter(match => active.includes(match));
    if (matches.length === 0) {
      await audit.refused(email, fitting, 'The customer is suspended.');
      const names = await this.nameTenants(fitting);
      throw customersSuspended(names.map(({ name }) => name));
    }
    if (matches.length > 1) {
      return { choose: await this.nameTenants(matches) };
    }
    return challenges.enter(matches[0], request.origin, request.previousCookie);
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
    const subjects = subjectsOf(membership.email.toLowerCase(), { address });
    await limiter.count(subjects);
    const isRight = (await this.checkPassword(membership, password)) === true;
    if (isRight) {
      await limiter.uncount(subjects);
    }
    return isRight;
  }

  private async findMatches(
    memberships: Membership[],
    { password, tenant }: SignInRequest,
  ): Promise<Membership[]> {
    const { hasher } = this.options;
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
    return matches;
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
