import type { Call } from '../http/request.ts';

/** A request nobody should send. */
export interface BadCall {
  /** Operation and what is wrong with the request. */
  title: string;
  call: Call;
  /**
   * `refuse`: must be answered 4xx and change nothing. `survive`: odd, but
   * allowed to be accepted; must not break the portal.
   */
  must: 'refuse' | 'survive';
  /** It reaches no route, so the refusal is the server's own: a bare status. */
  leadsNowhere?: boolean;
}

/** What a good request of an operation looks like, to be spoilt one by one. */
export interface GoodCall {
  method: string;
  /** With the query. */
  path: string;
  pathNames: Record<string, string>;
  query: Record<string, string>;
  headers: Record<string, string>;
  body?: Record<string, unknown>;
}
