import type {
  AuthService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import {
  LimitReachedError,
  type Refusals,
  REQUEST_WINDOW_SECONDS,
  type RequestBudget,
  type RequestCount,
  type TenantLimits,
} from '@freehold/plugin-tenancy-node';
import type { Request, RequestHandler, Response } from 'express';

/** Plugins whose requests are limited in other ways, or are no API. */
const UNCOUNTED_PLUGINS: readonly string[] = [
  // Attempts to sign in are slowed down per person and address.
  'auth',
  // Files, the same for everybody.
  'app',
  // One connection per browser window.
  'signals',
];

export interface LimitRequestsOptions {
  pluginId: string;
  auth: AuthService;
  httpAuth: HttpAuthService;
  limits: Pick<TenantLimits, 'countRequest'>;
  refusals: Pick<Refusals, 'record'>;
}

/**
 * Counts the requests of a customer's members together and answers 429 when
 * the customer's limit is used up. Staff and plugins, also on behalf of
 * members, are not counted.
 *
 * @throws LimitReachedError
 */
export function limitRequests(options: LimitRequestsOptions): RequestHandler {
  if (UNCOUNTED_PLUGINS.includes(options.pluginId)) {
    return (_req, _res, next) => next();
  }
  return async (req, res, next) => {
    const actor = await memberOf(options, req);
    if (actor) {
      const tenant = parseEntityRef(actor).namespace;
      const count = await options.limits.countRequest(tenant, budgetOf(req));
      describeLimit(res, count);
      if (!count.isAllowed) {
        const error = limitReached(res, count);
        await options.refusals.record({
          actor,
          action: 'useApi',
          object: { kind: 'limit', id: count.budget },
          reason: error.message,
        });
        throw error;
      }
    }
    next();
  };
}

/** Entity ref of the customer's member who asks, if it is one. */
async function memberOf(
  { auth, httpAuth }: LimitRequestsOptions,
  req: Request,
): Promise<string | undefined> {
  let credentials: BackstageCredentials;
  try {
    credentials = await httpAuth.credentials(req);
  } catch {
    // Only routes that are open to everybody come this far without a sign-in.
    return undefined;
  }
  if (
    !auth.isPrincipal(credentials, 'user') ||
    credentials.principal.actor !== undefined
  ) {
    return undefined;
  }
  const { userEntityRef } = credentials.principal;
  const { namespace } = parseEntityRef(userEntityRef);
  return namespace === BUSINESS_TENANT ? undefined : userEntityRef;
}

/**
 * Browsers say by themselves that a request comes from the portal's own pages,
 * and let no page say it. A program can say it too, and then has the budget of
 * pages, which is limited as well.
 */
function budgetOf(req: Request): RequestBudget {
  return req.get('sec-fetch-site') === 'same-origin' ? 'pages' : 'requests';
}

/** As draft-ietf-httpapi-ratelimit-headers-10 has it. */
function describeLimit(res: Response, count: RequestCount): void {
  const { budget, limit, remaining, resetSeconds } = count;
  res.setHeader(
    'RateLimit-Policy',
    `"${budget}";q=${limit};w=${REQUEST_WINDOW_SECONDS}`,
  );
  res.setHeader('RateLimit', `"${budget}";r=${remaining};t=${resetSeconds}`);
}

function limitReached(
  res: Response,
  { limit, resetSeconds }: RequestCount,
): LimitReachedError {
  res.setHeader('Retry-After', String(resetSeconds));
  return new LimitReachedError(
    `All ${limit} requests a minute of your organization are used. Try again in ${resetSeconds} s; the page Usage shows what is left.`,
    resetSeconds,
  );
}
