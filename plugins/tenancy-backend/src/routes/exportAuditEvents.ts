import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { auditReadPermission } from '@freehold/plugin-tenancy-common';
import { isStillSignedIn } from '@freehold/plugin-tenancy-node';
import { once } from 'node:events';
import type { Response } from 'express';
import { auditFormats } from '../domain/auditFormats';
import type { AuditEvent } from '../domain/auditViews';
import { toAuditFilter } from './auditQuery';
import type { RouteContext, TenancyRouter } from './RouteContext';

const SIGN_IN_CHECK_MILLISECONDS = 5_000;

export function exportAuditEvents(
  api: TenancyRouter,
  { auth, httpAuth, access, audit }: RouteContext,
): void {
  api.get('/audit-events/export', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const scope = await access.scopeOf(credentials, auditReadPermission);
    const { format, ...query } = req.query;
    const pages = audit.readAuditEvents(scope, {
      ...toAuditFilter(query),
      limit: 0,
    });
    // What is wrong with the request shows before the answer begins.
    const first = await pages.next();
    const { mediaType, head, line } = auditFormats[format];
    const response = res as unknown as Response;
    response.attachment(`audit.${format}`);
    response.set({ 'Content-Type': mediaType, 'Cache-Control': 'no-store' });
    const isAllowed = watchSignIn(auth, credentials);
    response.write(head);
    for (let page = first; !page.done; page = await pages.next()) {
      if (response.destroyed || !(await isAllowed())) {
        // An end without the last chunk tells that something is missing.
        response.destroy();
        return;
      }
      await write(response, page.value, line);
    }
    response.end();
  });
}

async function write(
  response: Response,
  events: AuditEvent[],
  line: (event: AuditEvent) => string,
): Promise<void> {
  if (!response.write(events.map(line).join(''))) {
    await Promise.race([once(response, 'drain'), once(response, 'close')]);
  }
}

/** Asks every few seconds whether the caller would still be let in. */
function watchSignIn(auth: AuthService, credentials: BackstageCredentials) {
  let askedAt = Date.now();
  return async () => {
    if (Date.now() - askedAt < SIGN_IN_CHECK_MILLISECONDS) {
      return true;
    }
    askedAt = Date.now();
    return (
      !auth.isPrincipal(credentials, 'user') ||
      isStillSignedIn(auth, credentials)
    );
  };
}
