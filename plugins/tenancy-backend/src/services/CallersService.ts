import type {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { AuthenticationError, NotAllowedError } from '@backstage/errors';
import type {
  Membership,
  TenantDirectory,
} from '@freehold/plugin-tenancy-node';
import type { Actor, Me } from '../domain/types';

/** Knows who is behind a request. */
export class CallersService {
  static create(options: {
    directory: TenantDirectory;
    businessName: string;
  }): CallersService {
    return new CallersService(options.directory, options.businessName);
  }

  private constructor(
    private readonly directory: TenantDirectory,
    private readonly businessName: string,
  ) {}

  /**
   * Staff who view as a customer are told what a viewer of it is, and that they
   * view.
   *
   * @throws AuthenticationError when the user is nobody's member any more
   */
  async getMe(
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<Me> {
    const membership = await this.getMembership(credentials);
    const customer = await this.directory.findCustomer(membership.tenant);
    return {
      kind: membership.kind === 'staff' ? 'staff' : 'member',
      tenant: membership.tenant,
      tenantName: customer?.name ?? this.businessName,
      role: membership.role,
      entityRef: membership.userEntityRef,
      displayName: membership.displayName,
      email: membership.email,
      ...(membership.kind !== 'staff' && { tier: membership.tier }),
      ...(membership.kind === 'viewing' && {
        viewing: {
          reason: membership.viewing.reason,
          startedAt: membership.viewing.startedAt.toISOString(),
          expiresAt: membership.viewing.expiresAt.toISOString(),
        },
      }),
    };
  }

  /** @throws AuthenticationError when the user is nobody's member any more */
  async getMembership(
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<Membership> {
    return this.findMembership(credentials.principal);
  }

  /** @throws AuthenticationError when the user is nobody's member any more */
  async getActor(
    credentials: BackstageCredentials<
      BackstageUserPrincipal | BackstageServicePrincipal
    >,
  ): Promise<Actor> {
    const { principal } = credentials;
    return principal.type === 'service'
      ? { kind: 'service' }
      : this.findMembership(principal);
  }

  /**
   * Who changes something about themselves. There are no permissions for that,
   * so it is here that who views as a customer is told to only read.
   *
   * @throws AuthenticationError when the user is nobody's member any more
   * @throws NotAllowedError while they view as a customer
   */
  async getMember(
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<Membership> {
    const membership = await this.getMembership(credentials);
    if (membership.kind === 'viewing') {
      throw new NotAllowedError(
        'While you view as a customer you change nothing. Stop viewing first.',
      );
    }
    return membership;
  }

  private async findMembership(
    principal: BackstageUserPrincipal,
  ): Promise<Membership> {
    const membership = await this.directory.findMembership(
      principal.userEntityRef,
    );
    if (!membership) {
      throw new AuthenticationError(
        'Your account is no longer active. Sign in again or ask an owner.',
      );
    }
    return membership;
  }
}
