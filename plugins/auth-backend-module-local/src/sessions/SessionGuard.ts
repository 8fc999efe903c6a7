import { DatabaseManager } from '@backstage/backend-defaults/database';
import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  createEnvelopeCipher,
  type Membership,
  Outbox,
  Refusals,
  TenantDatabase,
  tenantDirectoryServiceRef,
  type TenantDirectory,
} from '@freehold/plugin-tenancy-node';
import { readSecondFactorPolicy, readSessionLimits } from '../config';
import { SessionsStore } from '../database/SessionsStore';
import { sessionEnded } from '../domain/errors';
import type { SecondFactorPolicy } from '../domain/factors';
import {
  isLive,
  isSignedOut,
  lacksFactor,
  type Session,
  type SessionLimits,
  USE_RESOLUTION_MS,
} from '../domain/sessions';
import { proofOfLimitedToken } from '../domain/tokenProof';

/** Decides, at each request, whether a token still stands for a sign-in. */
export class SessionGuard {
  static create(options: {
    store: Promise<SessionsStore>;
    directory: TenantDirectory;
    limits: SessionLimits;
    policy: SecondFactorPolicy;
    refusals: Promise<Pick<Refusals, 'record'>>;
  }): SessionGuard {
    return new SessionGuard(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof SessionGuard.create>[0],
  ) {}

  /**
   * Two indexed reads, side by side, and nothing cached: a sign-out or a
   * removal holds from the next request on, in every replica.
   *
   * @param limitedToken - the verified token, in its limited form
   * @returns who the user is right now
   * @throws AuthenticationError when the session ended, or the member is gone
   */
  async assertLive(
    userEntityRef: string,
    limitedToken: string,
  ): Promise<Membership> {
    const user = parseEntityRef(userEntityRef);
    const { directory, limits, policy } = this.deps;
    const store = await this.deps.store;
    const [session, membership] = await Promise.all([
      store.findSessionByProof(
        user.namespace,
        proofOfLimitedToken(limitedToken),
      ),
      directory.findMembership(userEntityRef),
    ]);
    const now = new Date();
    const isOwn = session?.member === user.name;
    if (!membership || !isOwn || !isLive(session, limits, now)) {
      throw await this.refuse(userEntityRef);
    }
    if (
      isSignedOut(session, membership) ||
      lacksFactor(session, membership, policy)
    ) {
      throw await this.refuse(userEntityRef);
    }
    await this.noteUse(store, session, now);
    return membership;
  }

  /** The token was the portal's own, so it is known whom it was made for. */
  private async refuse(userEntityRef: string): Promise<Error> {
    const refusals = await this.deps.refusals;
    const error = sessionEnded();
    await refusals.record({
      actor: userEntityRef,
      action: 'useSession',
      object: { kind: 'session', id: userEntityRef },
      reason: error.message,
    });
    return error;
  }

  private async noteUse(
    store: SessionsStore,
    session: Session,
    now: Date,
  ): Promise<void> {
    if (now.getTime() - session.lastUsedAt.getTime() >= USE_RESOLUTION_MS) {
      await store.noteUse(session, now);
    }
  }
}

/** One guard, and one small connection pool, for all plugins of the process. */
export const sessionGuardServiceRef = createServiceRef<SessionGuard>({
  id: 'freehold.auth.sessionGuard',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.rootLogger,
        lifecycle: coreServices.rootLifecycle,
        directory: tenantDirectoryServiceRef,
      },
      factory: ({ config, logger, lifecycle, directory }) => {
        const plugin = DatabaseManager.fromConfig(config, {
          rootLogger: logger,
          rootLifecycle: lifecycle,
        }).forPlugin('auth', { logger, lifecycle });
        const opened = TenantDatabase.create(plugin);
        const outbox = Outbox.create(createEnvelopeCipher(config));
        return SessionGuard.create({
          store: opened.then(SessionsStore.create),
          directory,
          limits: readSessionLimits(config),
          policy: readSecondFactorPolicy(config),
          refusals: opened.then(database =>
            Refusals.create({ database, outbox, logger }),
          ),
        });
      },
    }),
});
