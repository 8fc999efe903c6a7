import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { noteActor } from '@freehold/plugin-tenancy-node';
import type { SessionGuard } from './SessionGuard';

/**
 * Backstage's auth service, but for users: their token counts only while the
 * session it was issued for lives and they are an active member. That goes for
 * full tokens, limited tokens, and plugins' tokens on behalf of a user.
 */
export class SessionAuthService implements AuthService {
  static create(inner: AuthService, guard: SessionGuard): SessionAuthService {
    return new SessionAuthService(inner, guard);
  }

  readonly isPrincipal: AuthService['isPrincipal'];

  private constructor(
    private readonly inner: AuthService,
    private readonly guard: SessionGuard,
  ) {
    this.isPrincipal = inner.isPrincipal.bind(inner) as typeof this.isPrincipal;
  }

  async authenticate(
    token: string,
    options?: { allowLimitedAccess?: boolean },
  ): Promise<BackstageCredentials> {
    const credentials = await this.inner.authenticate(token, options);
    if (this.inner.isPrincipal(credentials, 'user')) {
      const limited = await this.inner.getLimitedUserToken(credentials);
      const { userEntityRef } = credentials.principal;
      const membership = await this.guard.assertLive(
        userEntityRef,
        limited.token,
      );
      noteActor(
        userEntityRef,
        membership.kind === 'viewing' ? membership.tenant : undefined,
      );
    } else if (this.inner.isPrincipal(credentials, 'service')) {
      noteActor(credentials.principal.subject);
    }
    return credentials;
  }

  getNoneCredentials(): ReturnType<AuthService['getNoneCredentials']> {
    return this.inner.getNoneCredentials();
  }

  getOwnServiceCredentials(): ReturnType<
    AuthService['getOwnServiceCredentials']
  > {
    return this.inner.getOwnServiceCredentials();
  }

  getPluginRequestToken(
    options: Parameters<AuthService['getPluginRequestToken']>[0],
  ): ReturnType<AuthService['getPluginRequestToken']> {
    return this.inner.getPluginRequestToken(options);
  }

  getLimitedUserToken(
    credentials: Parameters<AuthService['getLimitedUserToken']>[0],
  ): ReturnType<AuthService['getLimitedUserToken']> {
    return this.inner.getLimitedUserToken(credentials);
  }

  listPublicServiceKeys(): ReturnType<AuthService['listPublicServiceKeys']> {
    return this.inner.listPublicServiceKeys();
  }
}
