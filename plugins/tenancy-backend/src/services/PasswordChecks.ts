import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  InputError,
  ResponseError,
  ServiceUnavailableError,
  toError,
} from '@backstage/errors';
import {
  LimitReachedError,
  type Membership,
} from '@freehold/plugin-tenancy-node';
import { postToSignIn, type SignInConnection } from './postToSignIn';

/** Has the sign-in module look at a password, which only it can. */
export class PasswordChecks {
  static create(
    options: SignInConnection & { logger: LoggerService },
  ): PasswordChecks {
    return new PasswordChecks(options);
  }

  private constructor(
    private readonly options: SignInConnection & { logger: LoggerService },
  ) {}

  /**
   * @param address - network address of the member
   * @throws InputError when it is not the member's password
   * @throws LimitReachedError after too many wrong ones
   * @throws ServiceUnavailableError when sign-in does not answer
   */
  async requirePassword(
    { tenant, member }: Membership,
    password: string,
    address: string,
  ): Promise<void> {
    const { isRight } = await postToSignIn(this.options, '/password/verify', {
      tenant,
      member,
      password,
      address,
    }).catch(error => this.refuse(error));
    if (!isRight) {
      throw new InputError('The password is wrong');
    }
  }

  private refuse(error: unknown): never {
    if (error instanceof ResponseError && error.statusCode === 429) {
      const seconds = Number(error.response.headers.get('retry-after'));
      throw new LimitReachedError(
        'Too many wrong passwords. Try again later.',
        seconds || 1,
      );
    }
    this.options.logger.warn('Could not check a password', toError(error));
    throw new ServiceUnavailableError(
      'The password could not be checked; try again in a minute',
    );
  }
}
