import { ConflictError, NotFoundError } from '@backstage/errors';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { DesiredSite, Price } from '../domain/Deployment';
import type { CredentialOwner } from '../domain/CloudCredential';
import type { LastDeployment, Site } from '../domain/Site';
import { specificationOf } from '../domain/Specification';
import { newId } from '../domain/ids';
import { LAST_DEPLOYMENT_COLUMNS, toLastDeployment, toSite } from './siteRows';

export interface NewSite {
  tenant: string;
  desired: DesiredSite;
  price: Price;
  /** Absent where the cloud needs no credential. */
  credentialOwner?: CredentialOwner;
  createdBy: string;
}

/** A site with what lists and pages show beside it. */
export interface SiteView extends Site {
  lastDeployment?: LastDeployment;
}

/** Sites; every method takes a transaction of one of the doors. */
export class SitesStore {
  /**
   * @throws ConflictError when another site of the customer has the name
   */
  async insert(trx: TenantTransaction, input: NewSite): Promise<Site> {
    const { desired, price } = input;
    const rows = await trx('sites')
      .insert({
        tenant_id: input.tenant,
        site_id: newId('site'),
        name: desired.name,
        title: desired.title,
        product: desired.product,
        cloud: desired.cloud,
        region: desired.region,
        size: desired.size,
        state: 'ordered',
        content: JSON.stringify(desired.content),
        specification: JSON.stringify(specificationOf(desired)),
        monthly_amount: price.amount,
        currency: price.currency,
        price_version: price.priceVersion,
        credential_owner: input.credentialOwner ?? null,
        price_lines: JSON.stringify(price.lines),
        created_by: input.createdBy,
      })
      .onConflict(trx.raw('(tenant_id, name) where deleted_at is null') as any)
      .ignore()
      .returning('*');
    if (rows.length === 0) {
      throw new ConflictError(
        `There is a site '${desired.name}' already. Choose another name.`,
      );
    }
    return toSite(rows[0]);
  }

  async isNameTaken(
    trx: TenantTransaction,
    tenant: string,
    name: string,
  ): Promise<boolean> {
    const row = await trx('sites')
      .where({ tenant_id: tenant, name })
      .whereNull('deleted_at')
      .first('site_id');
    return row !== undefined;
  }

  /**
   * @throws NotFoundError alike for an unknown and for another tenant's id
   */
  async get(
    trx: TenantTransaction,
    tenant: string,
    siteId: string,
  ): Promise<SiteView> {
    const row = await trx('sites')
      .leftJoin({ last: 'deployments' }, join =>
        join
          .on('last.tenant_id', 'sites.tenant_id')
          .on('last.deployment_id', 'sites.last_deployment_id'),
      )
      .where({ 'sites.tenant_id': tenant, 'sites.site_id': siteId })
      .first('sites.*', LAST_DEPLOYMENT_COLUMNS);
    if (!row) {
      throw unknownSite(siteId);
    }
    return { ...toSite(row), lastDeployment: toLastDeployment(row) };
  }

  /**
   * Like {@link get}, and holds the row until the transaction ends: for every
   * read that a change depends on.
   *
   * @throws NotFoundError
   */
  async lock(
    trx: TenantTransaction,
    tenant: string,
    siteId: string,
  ): Promise<Site> {
    const row = await trx('sites')
      .where({ tenant_id: tenant, site_id: siteId })
      .forUpdate()
      .first();
    if (!row) {
      throw unknownSite(siteId);
    }
    return toSite(row);
  }

  /**
   * Changes a site that {@link lock} returned in the same transaction.
   *
   * @param suspension - null when the site is to be live again
   */
  async setSuspension(
    trx: TenantTransaction,
    site: Site,
    suspension: { reason: string; by: string } | null,
  ): Promise<void> {
    await trx('sites')
      .where({ tenant_id: site.tenant, site_id: site.siteId })
      .update({
        state: suspension ? 'suspended' : 'live',
        suspended_reason: suspension?.reason ?? null,
        suspended_by: suspension?.by ?? null,
        updated_at: trx.fn.now(),
      });
  }

  /**
   * How many sites count against the customer's limit when this one is
   * planned: all that are not deleted, less those ordered after it that hold
   * nothing yet.
   */
  async countForLimit(trx: TenantTransaction, site: Site): Promise<number> {
    const [{ count }] = await trx('sites')
      .where({ tenant_id: site.tenant })
      .whereNull('deleted_at')
      .where(counted =>
        counted
          .where('site_id', '<=', site.siteId)
          .orWhereNot('state', 'ordered'),
      )
      .count();
    return Number(count);
  }

  /** Of all states, by customer; of those that the door shows. */
  async listIds(trx: TenantTransaction): Promise<Record<string, string[]>> {
    const rows = await trx('sites')
      .groupBy('tenant_id')
      .select(
        'tenant_id',
        trx.raw('array_agg(site_id order by site_id) as ids'),
      );
    return Object.fromEntries(rows.map(row => [row.tenant_id, row.ids]));
  }

  /** Deleted sites whose time is over, oldest first; for the purge. */
  async listPurgeable(
    trx: TenantTransaction,
    limit: number,
  ): Promise<{ tenant: string; siteId: string }[]> {
    return trx('sites')
      .where('purge_after', '<=', trx.fn.now())
      .orderBy('purge_after')
      .limit(limit)
      .select({ tenant: 'tenant_id', siteId: 'site_id' });
  }

  /**
   * Forgets a deleted site whose time is over, with its orders, deployments,
   * logs and states.
   *
   * @returns whether there was such a site
   */
  async purge(
    trx: TenantTransaction,
    tenant: string,
    siteId: string,
  ): Promise<boolean> {
    const removed = await trx('sites')
      .where({ tenant_id: tenant, site_id: siteId, state: 'deleted' })
      .where('purge_after', '<=', trx.fn.now())
      .delete();
    return removed > 0;
  }
}

function unknownSite(siteId: string): NotFoundError {
  return new NotFoundError(`There is no site '${siteId}'`);
}
