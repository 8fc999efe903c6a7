import type { RouteContext, TenancyRouter } from './RouteContext';

/** Asks no permission: whoever views may stop, and others stop nothing. */
export function stopViewingAs(
  api: TenancyRouter,
  { httpAuth, viewings }: RouteContext,
): void {
  api.post('/viewing/stop', async (req, res) => {
    const { principal } = await httpAuth.credentials(req, { allow: ['user'] });
    await viewings.stopViewingAs(principal.userEntityRef);
    res.status(204).end();
  });
}
