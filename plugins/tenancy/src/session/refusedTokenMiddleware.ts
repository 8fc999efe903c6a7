import type { FetchMiddleware } from '@backstage/core-app-api';
import type { SessionMonitor } from './SessionMonitorApi';

const BEARER = /^Bearer (.+)$/;

/** Tells the session when a backend refuses the token that was sent. */
export function refusedTokenMiddleware(
  monitor: Pick<SessionMonitor, 'tokenRefused'>,
): FetchMiddleware {
  return {
    apply: next => async (input, init) => {
      const response = await next(input, init);
      if (response.status === 401) {
        const headers =
          input instanceof Request ? input.headers : new Headers(init?.headers);
        const token = BEARER.exec(headers.get('authorization') ?? '')?.[1];
        if (token) await monitor.tokenRefused(token);
      }
      return response;
    },
  };
}
