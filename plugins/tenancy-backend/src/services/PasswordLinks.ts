import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  ResponseError,
  ServiceUnavailableError,
  toError,
} from '@backstage/errors';
import type { Member, PasswordLink } from '../domain/types';
import { postToSignIn, type SignInConnection } from './postToSignIn';

/** Obtains single-use set-password links from the sign-in module. */
export class PasswordLinks {
  static create(
    options: SignInConnection & { logger: LoggerService },
  ): PasswordLinks {
    return new PasswordLinks(options);
  }

  private constructor(
    private readonly options: SignInConnection & { logger: LoggerService },
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
      return await postToSignIn(this.options, '/password-links', {
        tenant: member.customer,
        member: member.name,
        email: member.email,
        firstOnly,
      });
    } catch (error) {
      if (error instanceof ResponseError && error.statusCode === 409) {
        throw new ConflictError('The member has a password already');
      }
      this.options.logger.warn(
        `Could not obtain a set-password link for ${member.entityRef}`,
        toError(error),
      );
      throw new ServiceUnavailableError(
        'The set-password link could not be made; try again in a minute',
      );
    }
  }
}
