import { currentRequest } from './requestContext';

/**
 * Headers for a call to another plugin, so that its log lines carry the id and
 * the trace of the request that the call is made for. Empty outside of one.
 *
 * @see https://www.w3.org/TR/trace-context/#traceparent-header
 */
export function traceHeaders(): Record<string, string> {
  const request = currentRequest();
  if (!request) {
    return {};
  }
  const { requestId, traceId, spanId } = request;
  return {
    'x-request-id': requestId,
    traceparent: `00-${traceId}-${spanId}-01`,
  };
}
