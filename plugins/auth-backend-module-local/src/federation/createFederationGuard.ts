import { decodeOAuthState } from '@backstage/plugin-auth-node';
import type { Request, RequestHandler, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { federationContext } from './FederationContext';
import type { FederationConfig } from './providers';

/** Where a browser goes on after a provider has answered. */
export const AFTER_SIGN_IN = '/';
export const AFTER_LINKING = '/account/security';
export const AFTER_INVITATION = '/accept-invitation';

/** What a browser may go to a provider for, and the page it comes back to. */
const PAGES = {
  signIn: AFTER_SIGN_IN,
  session: AFTER_LINKING,
  invitation: AFTER_INVITATION,
} as const;

/** By which right an account is about to be linked. */
export type LinkOrigin = Exclude<keyof typeof PAGES, 'signIn'>;

/** Added to the address of the portal; the page has words for each. */
export type FederationProblem =
  | 'identity-unknown'
  | 'identity-taken'
  | 'identity-expired'
  | 'identity-failed';

/** Leaves this router for Backstage's, with the request at hand. */
const passOn: RequestHandler = (req, res, next) => {
  federationContext.run({ req, res }, () => next('router'));
};

/**
 * Stands before Backstage's routes of each provider and leaves one way through
 * them: start, provider, answer, page of ours. The browser says neither where
 * it goes next nor which of Backstage's flows is taken, and there is no refresh
 * by the provider: sessions are ours.
 */
export function createFederationGuard(
  config: FederationConfig,
  appBaseUrl: string,
): Router {
  const router = PromiseRouter();
  for (const { id } of config.providers) {
    router.get(`/${id}/start`, setFlow(config.environment, appBaseUrl));
    router.get(`/${id}/handler/frame`, checkAnswer(appBaseUrl));
    router.get(`/${id}/start`, passOn);
    router.get(`/${id}/handler/frame`, passOn);
    router.use(`/${id}`, (_req, res) => {
      res.status(404).end();
    });
  }
  return router;
}

function setFlow(environment: string, appBaseUrl: string): RequestHandler {
  return (req, res, next) => {
    res.set('Cache-Control', 'no-store');
    const link = linkOf(req);
    req.query = {
      env: environment,
      flow: 'redirect',
      redirectUrl: `${appBaseUrl}${PAGES[link ?? 'signIn']}`,
      ...(link && { link }),
    };
    next();
  };
}

/** @returns undefined when the browser is on its way to sign in */
export function linkOf(req: Request): LinkOrigin | undefined {
  const { link } = req.query;
  return link === 'session' || link === 'invitation' ? link : undefined;
}

/**
 * An answer whose state was bent goes nowhere near the provider's code, and
 * sends the browser to no other place than ours.
 */
function checkAnswer(appBaseUrl: string): RequestHandler {
  const pages = Object.values(PAGES).map(page => `${appBaseUrl}${page}`);
  return (req, res, next) => {
    res.set('Cache-Control', 'no-store');
    const state = readState(req);
    if (
      state?.flow !== 'redirect' ||
      !pages.includes(state.redirectUrl ?? '')
    ) {
      const problem: FederationProblem = 'identity-failed';
      res.redirect(`${appBaseUrl}${AFTER_SIGN_IN}?error=${problem}`);
      return;
    }
    next();
  };
}

/** @returns undefined when it is none */
export function readState(
  req: Request,
): (ReturnType<typeof decodeOAuthState> & { link?: string }) | undefined {
  try {
    return decodeOAuthState(String(req.query.state ?? ''));
  } catch {
    return undefined;
  }
}
