import type { DiscoveryService } from '@backstage/backend-plugin-api';
import { STATE_PATH } from '../state/createStateRouter';

/** The addresses of a local site and of its state. */
export class SiteAddresses {
  /**
   * @param options.publicUrl - where the portal is reached by people; a site
   *   has its scheme and port
   * @param options.domain - what local sites' host names end with
   */
  constructor(
    private readonly options: {
      discovery: DiscoveryService;
      publicUrl: string;
      domain: string;
    },
  ) {}

  /** Where people open the site, such as `http://shop.acme.localhost:7007`. */
  siteUrl(site: { tenant: string; name: string }): string {
    const url = new URL(this.options.publicUrl);
    url.hostname = `${site.name}.${site.tenant}.${this.options.domain}`;
    return url.origin;
  }

  /** Where Terraform reaches the state, on the inner side of the portal. */
  async stateUrl(site: { tenant: string; siteId: string }): Promise<string> {
    const base = await this.options.discovery.getBaseUrl('sites');
    return `${base}${STATE_PATH}/${site.tenant}/${site.siteId}`;
  }

  /** The portal's own server, which answers for every local site. */
  async innerOrigin(): Promise<string> {
    return new URL(await this.options.discovery.getBaseUrl('sites')).origin;
  }
}
