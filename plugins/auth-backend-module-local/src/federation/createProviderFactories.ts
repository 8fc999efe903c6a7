import { NotAllowedError } from '@backstage/errors';
import { googleAuthenticator } from '@backstage/plugin-auth-backend-module-google-provider';
import { microsoftAuthenticator } from '@backstage/plugin-auth-backend-module-microsoft-provider';
import { oidcAuthenticator } from '@backstage/plugin-auth-backend-module-oidc-provider';
import {
  type AuthProviderFactory,
  createOAuthProviderFactory,
  type OAuthAuthenticator,
  type OAuthAuthenticatorResult,
  type SignInResolver,
} from '@backstage/plugin-auth-node';
import { readClaims } from '../domain/tokenProof';
import { hashSecret } from '../domain/secrets';
import type { CookieJar } from '../routes/CookieJar';
import { originOf } from '../routes/originOf';
import type { IdentitiesService } from '../services/IdentitiesService';
import {
  type FederationProblem,
  linkOf,
  readState,
} from './createFederationGuard';
import { federationContext } from './FederationContext';
import type { ProviderId } from './providers';

interface FederationOptions {
  identities: IdentitiesService;
  cookies: CookieJar;
}

/** Backstage's own authenticators, with our answer to whom they vouch for. */
export function createProviderFactories(
  options: FederationOptions,
): Record<ProviderId, AuthProviderFactory> {
  return {
    google: createFactory('google', googleAuthenticator, options),
    microsoft: createFactory('microsoft', microsoftAuthenticator, options),
    oidc: createFactory('oidc', oidcAuthenticator, options),
  };
}

function createFactory<Profile>(
  provider: ProviderId,
  authenticator: OAuthAuthenticator<any, Profile>,
  options: FederationOptions,
): AuthProviderFactory {
  return createOAuthProviderFactory({
    authenticator,
    stateTransform: async (state, { req }) => ({
      // Names the link that the browser has begun, so that an answer to
      // another question can't be taken for this one's.
      state: linkOf(req)
        ? { ...state, link: options.cookies.link.hashOf(req) ?? 'none' }
        : state,
    }),
    signInResolver: createResolver(provider, options),
  });
}

/**
 * Answers with cookies of ours. The token that Backstage wants belongs to no
 * session, counts for nothing, and is sent to nobody: the answer is a redirect.
 */
function createResolver<Profile>(
  provider: ProviderId,
  { identities, cookies }: FederationOptions,
): SignInResolver<OAuthAuthenticatorResult<Profile>> {
  return async ({ result }, context) => {
    const { req, res } = federationContext.get();
    // Backstage would keep it in a cookie for years; nothing needs it.
    delete result.session.refreshToken;
    const { idToken } = result.session;
    if (!idToken) {
      throw refusal('identity-failed');
    }
    const { iss, sub, ...claims } = readClaims(idToken);
    const link = readState(req)?.link;
    const presented = cookies.link.read(req);
    cookies.link.clear(res);
    const outcome = await identities
      .takeAnswer({
        account: {
          provider,
          issuer: String(iss),
          subject: String(sub),
          label: labelOf(claims),
        },
        link:
          link === undefined ? undefined : { cookie: presented, hash: link },
        origin: originOf(req, cookies),
        previousCookie: cookies.session.read(req),
      })
      .catch(error => {
        throw refusal(error.problem ?? 'identity-failed');
      });
    cookies.writeEntry(res, outcome);
    return context.issueToken({
      claims: { sub: `user:none/${hashSecret(String(sub)).slice(0, 16)}` },
    });
  };
}

/** For showing only: an e-mail address here has proved nothing. */
function labelOf(claims: Record<string, unknown>): string | undefined {
  const label = claims.email ?? claims.preferred_username ?? claims.name;
  return typeof label === 'string' ? label.slice(0, 254) : undefined;
}

/** Backstage puts its message into the address of the page it goes on to. */
function refusal(problem: FederationProblem): NotAllowedError {
  return new NotAllowedError(problem);
}
