import type { ErrorRequestHandler, Request } from 'express';
import type { Refusals } from './Refusals';
import { currentRequest } from './requestContext';

const REFUSALS: readonly string[] = [
  'AuthenticationError',
  'LimitReachedError',
  'NotAllowedError',
  'TooManyRequestsError',
  // The answer to what is somebody else's is the answer to what is not there.
  'NotFoundError',
];

/** What the validator notes about a request. */
type ValidatedRequest = Request & {
  openapi?: {
    schema?: { operationId?: string };
    pathParams?: Record<string, string>;
  };
};

/**
 * Puts on the record what a signed-in user was refused by a documented
 * operation, whichever it is, and lets the error go on.
 */
export function recordRefusals(refusals: Refusals): ErrorRequestHandler {
  return (error, req: ValidatedRequest, _res, next) => {
    const action = req.openapi?.schema?.operationId;
    const actor = currentRequest()?.actor;
    if (!action || !actor || !REFUSALS.includes(error.name)) {
      next(error);
      return;
    }
    const object = objectOf(req.openapi?.pathParams, action);
    refusals
      .record({ actor, action, object, reason: error.message })
      .finally(() => next(error));
  };
}

/** What the path names last, which is what it is about. */
function objectOf(
  pathParameters: Record<string, string> | undefined,
  action: string,
) {
  const [kind, id] = Object.entries(pathParameters ?? {}).at(-1) ?? [
    'operation',
    action,
  ];
  return { kind, id: String(id) };
}
