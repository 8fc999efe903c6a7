import type { TenantDatabase } from '@freehold/plugin-tenancy-node';
import type {
  PublishedSite,
  PublishedSitesStore,
} from '../database/PublishedSitesStore';

/** How long a visitor may see a site as it was. A suspension holds after this. */
const FRESH_MILLISECONDS = 500;
const MOST_ENTRIES = 10_000;

/** Sites by name, asked of the database at most twice a second each. */
export class SiteLookup {
  private readonly entries = new Map<
    string,
    { until: number; site: Promise<PublishedSite | undefined> }
  >();

  constructor(
    private readonly database: TenantDatabase,
    private readonly sites: PublishedSitesStore,
  ) {}

  /** The site of this name that is not deleted, if the customer has one. */
  async find(tenant: string, name: string): Promise<PublishedSite | undefined> {
    const key = `${tenant}/${name}`;
    const known = this.entries.get(key);
    if (known && known.until > Date.now()) {
      return known.site;
    }
    const site = this.database.transaction(tenant, trx =>
      this.sites.findByName(trx, tenant, name),
    );
    // Re-inserting moves it to the end, so the first one is the oldest.
    this.entries.delete(key);
    this.entries.set(key, { until: Date.now() + FRESH_MILLISECONDS, site });
    if (this.entries.size > MOST_ENTRIES) {
      this.entries.delete(this.entries.keys().next().value!);
    }
    site.catch(() => this.entries.delete(key));
    return site;
  }
}
