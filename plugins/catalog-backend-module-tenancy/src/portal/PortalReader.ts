import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { SitesPaths } from '@freehold/plugin-sites-common';
import type { TenancyPaths } from '@freehold/plugin-tenancy-common';
import { traceHeaders } from '@freehold/plugin-tenancy-node';
import createClient from 'openapi-fetch';
import type { Customer, Person, Site } from '../entities';
import { readAllPages } from './readAllPages';

/** Reads the truth from the portal's APIs, as the catalog itself. */
export class PortalReader {
  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }): PortalReader {
    return new PortalReader(options.auth, options.discovery);
  }

  private constructor(
    private readonly auth: AuthService,
    private readonly discovery: DiscoveryService,
  ) {}

  async readCustomers(): Promise<Customer[]> {
    const client = await this.tenancy();
    return readAllPages(
      async page =>
        required(
          await client.GET('/customers', {
            params: { query: { sort: 'createdAt', ...page } },
          }),
        ),
      customer => customer.slug,
    );
  }

  /** Members of all customers, and staff. */
  async readPeople(): Promise<Person[]> {
    const client = await this.tenancy();
    return readAllPages(
      async page =>
        required(await client.GET('/members', { params: { query: page } })),
      person => person.entityRef,
    );
  }

  /** Sites of all customers, but for those that were deleted. */
  async readSites(): Promise<Site[]> {
    const client = await this.sites();
    return readAllPages(
      async page =>
        required(
          await client.GET('/sites', {
            params: { query: { sort: 'createdAt', ...page } },
          }),
        ),
      site => site.siteId,
    );
  }

  async findCustomer(slug: string): Promise<Customer | undefined> {
    const client = await this.tenancy();
    return optional(
      await client.GET('/customers/{customer}', {
        params: { path: { customer: slug } },
      }),
    );
  }

  /** The members of a customer; none when there is no such customer. */
  async readMembers(slug: string): Promise<Person[]> {
    const client = await this.tenancy();
    const members = await readAllPages(
      async page =>
        optional(
          await client.GET('/customers/{customer}/members', {
            params: { path: { customer: slug }, query: page },
          }),
        ) ?? { items: [], total: 0 },
      member => member.name,
    );
    return members.map(member => ({ ...member, tenant: member.customer }));
  }

  /** The site with this id, deleted or not; undefined when it was purged. */
  async findSite(customer: string, site: string): Promise<Site | undefined> {
    const client = await this.sites();
    return optional(
      await client.GET('/customers/{customer}/sites/{site}', {
        params: { path: { customer, site } },
      }),
    );
  }

  /** The site that has this name now. */
  async findSiteByName(
    customer: string,
    name: string,
  ): Promise<Site | undefined> {
    const client = await this.sites();
    const sites = await readAllPages(
      async page =>
        required(
          await client.GET('/sites', {
            params: {
              query: { customer, search: name, sort: 'createdAt', ...page },
            },
          }),
        ),
      site => site.siteId,
    );
    return sites.find(site => site.name === name);
  }

  private async tenancy() {
    return createClient<TenancyPaths>(await this.connectionTo('tenancy'));
  }

  private async sites() {
    return createClient<SitesPaths>(await this.connectionTo('sites'));
  }

  private async connectionTo(targetPluginId: string) {
    const { token } = await this.auth.getPluginRequestToken({
      onBehalfOf: await this.auth.getOwnServiceCredentials(),
      targetPluginId,
    });
    return {
      baseUrl: await this.discovery.getBaseUrl(targetPluginId),
      headers: { ...traceHeaders(), authorization: `Bearer ${token}` },
    };
  }
}

interface Reply<Data> {
  data?: Data;
  error?: { error?: { name?: string } };
  response: Response;
}

function required<Data>({ data, response }: Reply<Data>): Data {
  if (data === undefined) {
    throw new Error(`${response.url} answered ${response.status}`);
  }
  return data;
}

/** Only the API itself may say so: while it is not up, all is 404. */
function optional<Data>(reply: Reply<Data>): Data | undefined {
  const isMissing =
    reply.response.status === 404 &&
    reply.error?.error?.name === 'NotFoundError';
  return isMissing ? undefined : required(reply);
}
