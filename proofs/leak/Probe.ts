import type { Call } from '../http/request.ts';

/** One call that must bring back nothing of the observed customer. */
export interface Probe {
  /** The mounted route it reaches, such as `GET /api/sites/sites`. */
  route: string;
  /** Which names it uses: `own`, `foreign customer, unknown site`, … */
  title: string;
  call: Call;
  /**
   * Probes of one group, sent by the same person, get one answer but for the
   * names they send: what is foreign reads as what doesn't exist.
   */
  group?: string;
  /** Sent with the cookie of the session, as pages about one's account do. */
  withCookie?: boolean;
  /** What it finds comes in no particular order. */
  unordered?: boolean;
  /** Names the call sends; an answer may repeat those. */
  sent: string[];
}
