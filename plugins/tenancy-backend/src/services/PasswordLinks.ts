import type {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  ConflictError,
  ResponseError,
  ServiceUnavailableError,
  toError,
} from '@backstage/errors';
import type { Member, PasswordLink } from '../domain/types';

/** Obtains single-use set-password links from the sign-in module. */
export class PasswordLinks {
  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    logger: LoggerService;
  }): PasswordLinks {
    return new PasswordLinks(options.auth, options.discovery, options.logger);
  }

  private constructor(
    private readonly auth: AuthService,
    private readonly discovery: DiscoveryService,
    private readonly logger: LoggerService,
  ) {}

  /**
   * A new link; earlier ones of the member stop working.
   *
   * @throws ServiceUnavailableError when sign-in does not give one
   */
  async createPasswordLink(member: Member): Promise<PasswordLink> {
    return this.request(member, false);
  }

  /**
   * A link for a member who has no password yet; earlier ones stop working.
   *
   * @throws ConflictError when the member has a password
   * @throws ServiceUnavailableError when sign-in does not give one
   */
  async createFirstPasswordLink(member: Member): Promise<PasswordLink> {
    return this.request(member, true);
  }

  private async request(
    member: Member,
    firstOnly: boolean,
  ): Promise<PasswordLink> {
    try {
      return await this.post(member, firstOnly);
    } catch (error) {
      if (error instanceof ResponseError && error.statusCode === 409) {
        throw new ConflictError('The member has a password already');
      }
      this.logger.warn(
        `Could not obtain a set-password link for ${member.entityRef}`,
        toError(error),
      );
      throw new ServiceUnavailableError(
        'The set-password link could not be made; try again in a minute',
      );
    }
  }

  private async post(
    member: Member,
    firstOnly: boolean,
  ): Promise<PasswordLink> {
    const { token } = await this.auth.getPluginRequestToken({
      onBehalfOf: await this.auth.getOwnServiceCredentials(),
      targetPluginId: 'auth',
    });
    const baseUrl = await this.discovery.getBaseUrl('auth');
    const response = await fetch(`${baseUrl}/local/password-links`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        tenant: member.customer,
        member: member.name,
        email: member.email,
        firstOnly,
      }),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
