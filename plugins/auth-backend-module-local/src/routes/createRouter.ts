import type { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  createApiRouter,
  type DocumentRouter,
  type Refusals,
  type TenantAccess,
} from '@freehold/plugin-tenancy-node';
import type { Router } from 'express';
import type { LocalAuthConfig } from '../config';
import type { paths } from '../api.generated';
import { spec } from '../schema/openapi.generated';
import type { ChallengesService } from '../services/ChallengesService';
import type { EnrolmentService } from '../services/EnrolmentService';
import type { IdentitiesService } from '../services/IdentitiesService';
import type { LocksService } from '../services/LocksService';
import type { PasswordResetService } from '../services/PasswordResetService';
import type { PasswordsService } from '../services/PasswordsService';
import type { SecurityService } from '../services/SecurityService';
import type { SessionsService } from '../services/SessionsService';
import type { SignInService } from '../services/SignInService';
import { addPasskey } from './addPasskey';
import { answerChallenge } from './answerChallenge';
import { beginPasskey } from './beginPasskey';
import { beginReauthentication } from './beginReauthentication';
import { beginTotp } from './beginTotp';
import { confirmTotp } from './confirmTotp';
import { createRecoveryCodes } from './createRecoveryCodes';
import { getChallenge } from './getChallenge';
import { getMemberLock } from './getMemberLock';
import { getSecurity } from './getSecurity';
import { linkIdentity } from './linkIdentity';
import { listIdentityProviders } from './listIdentityProviders';
import { listSessions } from './listSessions';
import { reauthenticate } from './reauthenticate';
import { removeAuthenticator } from './removeAuthenticator';
import { removeIdentity } from './removeIdentity';
import { resetSecondFactors } from './resetSecondFactors';
import { revokeOtherSessions } from './revokeOtherSessions';
import { revokeSession } from './revokeSession';
import { unlockMember } from './unlockMember';
import { createPasswordLink } from './createPasswordLink';
import { inspectPasswordLink } from './inspectPasswordLink';
import { ratePassword } from './ratePassword';
import { refreshSession } from './refreshSession';
import type { CookieJar } from './CookieJar';
import { requestPasswordReset } from './requestPasswordReset';
import { requirePortalRequest } from './requirePortalRequest';
import { setPassword } from './setPassword';
import { signIn } from './signIn';
import { signOut } from './signOut';
import { verifyPassword } from './verifyPassword';

export interface RouterOptions {
  httpAuth: HttpAuthService;
  access: TenantAccess;
  cookies: CookieJar;
  challenges: ChallengesService;
  enrolments: EnrolmentService;
  identities: IdentitiesService;
  locks: LocksService;
  security: SecurityService;
  config: LocalAuthConfig;
  refusals: Refusals;
  signIns: SignInService;
  sessions: SessionsService;
  passwords: PasswordsService;
  passwordResets: PasswordResetService;
}

/** What routes need. */
export type RouteContext = RouterOptions;

/** The routes of local sign-in, relative to /api/auth/local. */
export function createRouter(context: RouterOptions): Router {
  const portalOnly = requirePortalRequest(context.config.allowedOrigins);
  const register = (api: DocumentRouter<paths>) => {
    api.use((_req, res, next) => {
      res.set('Cache-Control', 'no-store');
      next();
    });
    api.post('/sessions', portalOnly, signIn(context));
    api.post('/sessions/refresh', portalOnly, refreshSession(context));
    api.delete('/sessions/current', portalOnly, signOut(context));
    api.post('/password', portalOnly, setPassword(context));
    api.post('/password/reset', portalOnly, requestPasswordReset(context));
    api.post('/password/verify', verifyPassword(context));
    api.post('/password/strength', portalOnly, ratePassword());
    api.post(
      '/password-links/inspect',
      portalOnly,
      inspectPasswordLink(context),
    );
    api.post('/password-links', createPasswordLink(context));
    api.post('/challenge/answer', portalOnly, answerChallenge(context));
    api.get('/challenge', portalOnly, getChallenge(context));
    api.post('/authenticators/totp', portalOnly, beginTotp(context));
    api.post(
      '/authenticators/:authenticatorId/confirm',
      portalOnly,
      confirmTotp(context),
    );
    api.post(
      '/authenticators/passkeys/options',
      portalOnly,
      beginPasskey(context),
    );
    api.post('/authenticators/passkeys', portalOnly, addPasskey(context));
    api.delete(
      '/authenticators/:authenticatorId',
      portalOnly,
      removeAuthenticator(context),
    );
    api.post('/recovery-codes', portalOnly, createRecoveryCodes(context));
    api.get('/security', portalOnly, getSecurity(context));
    api.get('/sessions', portalOnly, listSessions(context));
    api.post(
      '/sessions/revoke-others',
      portalOnly,
      revokeOtherSessions(context),
    );
    api.delete('/sessions/:sessionId', portalOnly, revokeSession(context));
    api.post(
      '/reauthentication/options',
      portalOnly,
      beginReauthentication(context),
    );
    api.post('/reauthentication', portalOnly, reauthenticate(context));
    api.get('/identity-providers', listIdentityProviders(context));
    api.post('/identities', portalOnly, linkIdentity(context));
    api.delete('/identities/:identityId', portalOnly, removeIdentity(context));
    api.get('/members/:customer/:member/lock', getMemberLock(context));
    api.post('/members/:customer/:member/unlock', unlockMember(context));
    api.delete(
      '/members/:customer/:member/authenticators',
      resetSecondFactors(context),
    );
  };
  return createApiRouter<paths>(spec, register, context);
}
