/** The site a host name stands for. */
export interface SiteHost {
  tenant: string;
  name: string;
}

/**
 * Reads `<site>.<customer>.<domain>`, with or without a port.
 *
 * @returns undefined for every other host, the portal's own included
 */
export function parseSiteHost(
  host: string | undefined,
  domain: string,
): SiteHost | undefined {
  const name = (host ?? '')
    .toLocaleLowerCase('en-US')
    .replace(/:\d*$/, '')
    .replace(/\.$/, '');
  if (!name.endsWith(`.${domain}`)) {
    return undefined;
  }
  const labels = name.slice(0, -domain.length - 1).split('.');
  const isSite =
    labels.length === 2 &&
    labels.every(label => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label));
  return isSite ? { name: labels[0], tenant: labels[1] } : undefined;
}
