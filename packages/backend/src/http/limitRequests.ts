import type {
  AuthService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type {
  Refusals,
  RequestCount,
  TenantLimits,
} from '@freehold/plugin-tenancy-node';
import type { Request, RequestHandler, Response } from 'express';
import type { KnownRefusals } from './KnownRefusals';
import {
  budgetOf,
  describeLimit,
  isCounted,
  limitReached,
} from './requestBudgets';
import type { TenantTurns } from './TenantTurns';

export interface LimitRequestsOptions {
  pluginId: string;
  auth: AuthService;
  httpAuth: HttpAuthService;
  limits: Pick<TenantLimits, 'countRequest'>;
  refusals: Pick<Refusals, 'record' | 'leaveOut'>;
  known: Pick<KnownRefusals, 'remember'>;
  turns: Pick<TenantTurns, 'take'>;
}

/**
 * Counts the requests of a customer's members together and answers 429 when
 * the customer's limit is used up. Those within it take turns. Staff and
 * plugins, also on behalf of members, are neither counted nor kept waiting.
 *
 * @throws LimitReachedError
 */
export function limitRequests(options: LimitRequestsOptions): RequestHandler {
  if (!isCounted(options.pluginId)) {
    return (_req, _res, next) => next();
  }
  return async (req, res, next) => {
    const actor = await memberOf(options, req);
    if (!actor) {
      next();
      return;
    }
    const tenant = parseEntityRef(actor).namespace;
    const count = await options.limits.countRequest(tenant, budgetOf(req));
    describeLimit(res, count);
    if (!count.isAllowed) {
      throw await refuse(options, { req, res, actor, tenant, count });
    }
    if (await options.turns.take(tenant, res)) {
      next();
    }
  };
}

async function refuse(
  { known, refusals }: LimitRequestsOptions,
  refused: {
    req: Request;
    res: Response;
    actor: string;
    tenant: string;
    count: RequestCount;
  },
): Promise<Error> {
  const { req, res, actor, tenant, count } = refused;
  known.remember(req, count, () => refusals.leaveOut(tenant));
  const error = limitReached(res, count);
  await refusals.record({
    actor,
    action: 'useApi',
    object: { kind: 'limit', id: count.budget },
    reason: error.message,
  });
  return error;
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
