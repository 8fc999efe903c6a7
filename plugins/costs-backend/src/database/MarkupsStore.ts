import { NotFoundError } from '@backstage/errors';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import { newId } from '../domain/ids';
import type { Markup, MarkupKey } from '../domain/Markup';

/**
 * What the business adds to its costs. They are its own, so every method takes a
 * transaction of its door, of the tenant `default`; no customer's door shows them.
 */
export class MarkupsStore {
  /** For all customers first, then by customer; newest first. */
  async list(trx: TenantTransaction): Promise<Markup[]> {
    const rows = await select(trx).orderByRaw(
      'customer nulls first, service_category nulls first, valid_from desc',
    );
    return rows.map(toMarkup);
  }

  /** Those of one customer and those of all, in any order. */
  async listFor(trx: TenantTransaction, customer: string): Promise<Markup[]> {
    const rows = await select(trx).where(where =>
      where.whereNull('customer').orWhere({ customer }),
    );
    return rows.map(toMarkup);
  }

  async find(
    trx: TenantTransaction,
    key: MarkupKey,
  ): Promise<Markup | undefined> {
    const row = await select(trx)
      .where({
        customer: key.customer ?? null,
        service_category: key.serviceCategory ?? null,
        valid_from: key.validFrom,
      })
      .first();
    return row && toMarkup(row);
  }

  /** @throws NotFoundError */
  async get(trx: TenantTransaction, markupId: string): Promise<Markup> {
    const row = await select(trx).where({ markup_id: markupId }).first();
    if (!row) {
      throw new NotFoundError(`There is no mark-up '${markupId}'`);
    }
    return toMarkup(row);
  }

  /** In place of the one that the key names, if there is one. */
  async keep(
    trx: TenantTransaction,
    key: MarkupKey,
    said: Pick<Markup, 'percent' | 'setBy'>,
  ): Promise<Markup> {
    await trx('cost_markups')
      .insert({
        tenant_id: BUSINESS_TENANT,
        markup_id: newId('mkp'),
        customer: key.customer ?? null,
        service_category: key.serviceCategory ?? null,
        valid_from: key.validFrom,
        percent: said.percent,
        set_by: said.setBy,
      })
      .onConflict(['tenant_id', 'customer', 'service_category', 'valid_from'])
      .merge({
        percent: said.percent,
        set_by: said.setBy,
        set_at: trx.fn.now() as unknown as Date,
      });
    return (await this.find(trx, key))!;
  }

  async remove(trx: TenantTransaction, markupId: string): Promise<void> {
    await trx('cost_markups')
      .where({ tenant_id: BUSINESS_TENANT, markup_id: markupId })
      .delete();
  }
}

function select(trx: TenantTransaction) {
  return trx('cost_markups')
    .where({ tenant_id: BUSINESS_TENANT })
    .select(
      '*',
      trx.raw('valid_from::text as month'),
      trx.raw('trim_scale(percent)::text as exact_percent'),
    );
}

function toMarkup(row: Record<string, any>): Markup {
  return {
    markupId: row.markup_id,
    customer: row.customer ?? undefined,
    serviceCategory: row.service_category ?? undefined,
    validFrom: row.month,
    percent: row.exact_percent,
    setBy: row.set_by,
    setAt: row.set_at,
  };
}
