import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { addressOf } from './addressOf';

/** What ties the log lines of a request together. */
export interface RequestContext {
  requestId: string;
  /** W3C trace id, the caller's or a new one; 32 hexadecimal digits. */
  traceId: string;
  /** W3C id of this backend's part of the trace; 16 hexadecimal digits. */
  spanId: string;
  /** Network address of the caller, as far as the proxies in front are trusted. */
  address?: string;
  /** Entity ref of the user, or `plugin:<id>`, once it is known who asks. */
  actor?: string;
  /** The customer that the user, one of the staff, views as. */
  viewingAs?: string;
}

const REQUEST_ID = /^[A-Za-z0-9._-]{8,128}$/;
const TRACE_PARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}/;

const storage = new AsyncLocalStorage<RequestContext>();

/** The request that the present code runs for, if it runs for one. */
export function currentRequest(): RequestContext | undefined {
  return storage.getStore();
}

/**
 * Notes who the present request turned out to be from.
 *
 * @param viewingAs - the customer that the user, one of the staff, views as
 */
export function noteActor(actor: string, viewingAs?: string): void {
  const context = storage.getStore();
  if (context) {
    context.actor = actor;
    context.viewingAs = viewingAs;
  }
}

/**
 * Gives every request an id and a trace, the caller's where they are well
 * formed, and answers with the id.
 */
export function requestContext() {
  return (
    request: IncomingMessage & { ip?: string },
    response: ServerResponse,
    next: () => void,
  ): void => {
    const context: RequestContext = {
      requestId: readRequestId(request) ?? randomUUID(),
      traceId: readTraceId(request) ?? randomBytes(16).toString('hex'),
      spanId: randomBytes(8).toString('hex'),
      address: request.ip && addressOf(request),
    };
    response.setHeader('X-Request-Id', context.requestId);
    storage.run(context, next);
  };
}

function readRequestId({ headers }: IncomingMessage): string | undefined {
  const id = headers['x-request-id'];
  return typeof id === 'string' && REQUEST_ID.test(id) ? id : undefined;
}

function readTraceId({ headers }: IncomingMessage): string | undefined {
  const parent = headers.traceparent;
  const match =
    typeof parent === 'string' ? TRACE_PARENT.exec(parent) : undefined;
  const isValid =
    match &&
    !/^0+$/.test(match[1]) &&
    !/^0+$/.test(match[2]) &&
    !match[0].startsWith('ff');
  return isValid ? match[1] : undefined;
}
