import {
  LimitReachedError,
  REQUEST_WINDOW_SECONDS,
  type RequestBudget,
  type RequestCount,
} from '@freehold/plugin-tenancy-node';
import type { Request, Response } from 'express';

/** Plugins whose requests are limited in other ways, or are no API. */
const UNCOUNTED_PLUGINS: readonly string[] = [
  // Attempts to sign in are slowed down per person and address.
  'auth',
  // Files, the same for everybody.
  'app',
  // One connection per browser window.
  'signals',
];

/** Whether requests to a plugin count against its callers' limit. */
export function isCounted(pluginId: string): boolean {
  return !UNCOUNTED_PLUGINS.includes(pluginId);
}

/**
 * Browsers say by themselves that a request comes from the portal's own pages,
 * and let no page say it. A program can say it too, and then has the budget of
 * pages, which is limited as well.
 */
export function budgetOf(req: Request): RequestBudget {
  return req.get('sec-fetch-site') === 'same-origin' ? 'pages' : 'requests';
}

/** As draft-ietf-httpapi-ratelimit-headers-10 has it. */
export function describeLimit(res: Response, count: RequestCount): void {
  const { budget, limit, remaining, resetSeconds } = count;
  res.setHeader(
    'RateLimit-Policy',
    `"${budget}";q=${limit};w=${REQUEST_WINDOW_SECONDS}`,
  );
  res.setHeader('RateLimit', `"${budget}";r=${remaining};t=${resetSeconds}`);
}

/** What is answered to whom has no requests left. */
export function limitReached(
  res: Response,
  { limit, resetSeconds }: RequestCount,
): LimitReachedError {
  res.setHeader('Retry-After', String(resetSeconds));
  return new LimitReachedError(
    `All ${limit} requests a minute of your organization are used. Try again in ${resetSeconds} s; the page Usage shows what is left.`,
    resetSeconds,
  );
}
