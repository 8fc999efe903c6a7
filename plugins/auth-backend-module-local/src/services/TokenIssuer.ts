import {
  type AuthProviderFactory,
  type AuthResolverContext,
  type BackstageIdentityResponse,
  prepareBackstageIdentityResponse,
} from '@backstage/plugin-auth-node';
import { NotFoundError } from '@backstage/errors';
import type { Membership } from '@freehold/plugin-tenancy-node';
import { ownershipEntityRefs } from '../domain/identity';

/**
 * Issues Backstage tokens. The auth backend hands its issuer to providers only,
 * so this stands in its list of providers as one that has no routes of use.
 */
export class TokenIssuer {
  static create(): TokenIssuer {
    return new TokenIssuer();
  }

  private context?: AuthResolverContext;

  /** For `registerProvider`. */
  readonly providerFactory: AuthProviderFactory = ({ resolverContext }) => {
    this.context = resolverContext;
    const refuse = async () => {
      throw new NotFoundError('Local sign-in does not use this route');
    };
    return { start: refuse, frameHandler: refuse };
  };

  async issueToken(
    membership: Membership,
    sessionId: string,
  ): Promise<BackstageIdentityResponse> {
    if (!this.context) {
      throw new Error("The auth backend did not load the provider 'local'");
    }
    return prepareBackstageIdentityResponse(
      await this.context.issueToken({
        claims: {
          sub: membership.userEntityRef,
          ent: ownershipEntityRefs(membership),
          sid: sessionId,
        },
      }),
    );
  }
}
