import { audited } from '@freehold/plugin-tenancy-node';
import type { RouteContext, TenancyRouter } from './RouteContext';

/** Asks no permission: whoever views may stop, and others stop nothing. */
export function stopViewingAs(
  api: TenancyRouter,
  { httpAuth, auditor, viewings }: RouteContext,
): void {
  api.post('/viewing/stop', async (req, res) => {
    const { principal } = await httpAuth.credentials(req, { allow: ['user'] });
    await audited(auditor, { eventId: 'viewing-stop', request: req }, () =>
      viewings.stopViewingAs(principal.userEntityRef),
    );
    res.status(204).end();
  });
}
