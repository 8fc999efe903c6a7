import type { ConfigApi } from '@backstage/frontend-plugin-api';

/**
 * The address a site on the local cloud will have: a host of its own on the
 * portal's port.
 */
export function siteAddress(
  config: ConfigApi,
  customer: string,
  name: string,
): string {
  const { protocol, port } = new URL(config.getString('app.baseUrl'));
  const domain = config.getOptionalString('sites.local.domain') ?? 'localhost';
  return `${protocol}//${name}.${customer}.${domain}${port && `:${port}`}`;
}
