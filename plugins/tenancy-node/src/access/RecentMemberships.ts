import {
  type BackstageCredentials,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { Membership } from '../directory';

/** As long as a request takes to come from its sign-in to its permission. */
const RECENT_MILLISECONDS = 1_000;

/**
 * Who the callers of this moment are. Each request asks the directory when its
 * token is checked; its permissions are decided by the same answer. Nothing is
 * shared between requests, and what goes on for longer asks anew.
 */
export class RecentMemberships {
  static create(options: { now?: () => number } = {}): RecentMemberships {
    return new RecentMemberships(options.now ?? (() => performance.now()));
  }

  private readonly found = new WeakMap<
    BackstageCredentials,
    { membership: Membership; at: number }
  >();

  private constructor(private readonly now: () => number) {}

  /** Notes what the directory said of a caller whose token was just checked. */
  note(credentials: BackstageCredentials, membership: Membership): void {
    this.found.set(credentials, { membership, at: this.now() });
  }

  /** Undefined for everybody who was not checked a moment ago. */
  find(credentials: BackstageCredentials): Membership | undefined {
    const noted = this.found.get(credentials);
    return noted && this.now() - noted.at < RECENT_MILLISECONDS
      ? noted.membership
      : undefined;
  }
}

/** One for all plugins of the process. */
export const recentMembershipsServiceRef = createServiceRef<RecentMemberships>({
  id: 'freehold.tenancy.recentMemberships',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: () => RecentMemberships.create(),
    }),
});
