import { createApiRef } from '@backstage/frontend-plugin-api';
import type { LocalIdentity } from './LocalIdentity';

/** Passes what backends say about the token on to whoever holds the session. */
export class SessionMonitor {
  private identity?: LocalIdentity;

  /** Called at sign-in, once per page load. */
  watch(identity: LocalIdentity): void {
    this.identity = identity;
  }

  async tokenRefused(token: string): Promise<void> {
    await this.identity?.tokenRefused(token);
  }
}

export const sessionMonitorApiRef = createApiRef<SessionMonitor>().with({
  id: 'app.session-monitor',
  pluginId: 'app',
});
