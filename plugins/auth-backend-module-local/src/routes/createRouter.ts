import type { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  createApiRouter,
  type DocumentRouter,
  type Refusals,
} from '@freehold/plugin-tenancy-node';
import type { Router } from 'express';
import type { LocalAuthConfig } from '../config';
import type { paths } from '../api.generated';
import { spec } from '../schema/openapi.generated';
import type { PasswordResetService } from '../services/PasswordResetService';
import type { PasswordsService } from '../services/PasswordsService';
import type { SessionsService } from '../services/SessionsService';
import type { SignInService } from '../services/SignInService';
import { createPasswordLink } from './createPasswordLink';
import { inspectPasswordLink } from './inspectPasswordLink';
import { ratePassword } from './ratePassword';
import { refreshSession } from './refreshSession';
import { requestPasswordReset } from './requestPasswordReset';
import { requirePortalRequest } from './requirePortalRequest';
import { SessionCookie } from './sessionCookie';
import { setPassword } from './setPassword';
import { signIn } from './signIn';
import { signOut } from './signOut';
import { verifyPassword } from './verifyPassword';

export interface RouterOptions {
  httpAuth: HttpAuthService;
  config: LocalAuthConfig;
  refusals: Refusals;
  signIns: SignInService;
  sessions: SessionsService;
  passwords: PasswordsService;
  passwordResets: PasswordResetService;
}

/** What routes need besides their service. */
export interface RouteContext extends RouterOptions {
  cookie: SessionCookie;
}

/** The routes of local sign-in, relative to /api/auth/local. */
export function createRouter(options: RouterOptions): Router {
  const { allowedOrigins, isSecure, sessions } = options.config;
  const context: RouteContext = {
    ...options,
    cookie: SessionCookie.create({ isSecure, maxAgeMs: sessions.absoluteMs }),
  };
  const portalOnly = requirePortalRequest(allowedOrigins);
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
  };
  return createApiRouter<paths>(spec, register, context);
}
