import { ConflictError, NotFoundError } from '@backstage/errors';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import { newId } from '../domain/ids';
import type { Source } from '../domain/Source';

const UNIQUE_VIOLATION = '23505';

/**
 * Sources of charges. They are the business's own, so every method takes a
 * transaction of its door, of the tenant `default`.
 */
export class SourcesStore {
  async list(trx: TenantTransaction): Promise<Source[]> {
    const rows = await trx('cost_sources')
      .where({ tenant_id: BUSINESS_TENANT })
      .orderBy('name');
    return rows.map(toSource);
  }

  /** @throws NotFoundError */
  async get(trx: TenantTransaction, sourceId: string): Promise<Source> {
    const row = await trx('cost_sources')
      .where({ tenant_id: BUSINESS_TENANT, source_id: sourceId })
      .first();
    if (!row) {
      throw new NotFoundError(`There is no source '${sourceId}'`);
    }
    return toSource(row);
  }

  async findByName(
    trx: TenantTransaction,
    name: string,
  ): Promise<Source | undefined> {
    const row = await trx('cost_sources')
      .where({ tenant_id: BUSINESS_TENANT, name })
      .first();
    return row && toSource(row);
  }

  /** @throws ConflictError when another source has the name */
  async insert(
    trx: TenantTransaction,
    source: Pick<Source, 'name' | 'defaults' | 'createdBy'>,
  ): Promise<Source> {
    try {
      const [row] = await trx('cost_sources')
        .insert({
          tenant_id: BUSINESS_TENANT,
          source_id: newId('src'),
          name: source.name,
          defaults: JSON.stringify(source.defaults),
          created_by: source.createdBy,
        })
        .returning('*');
      return toSource(row);
    } catch (error) {
      throw (error as { code?: string }).code === UNIQUE_VIOLATION
        ? new ConflictError(
            `There is a source called '${source.name}' already. Import into it, or choose another name.`,
          )
        : error;
    }
  }
}

function toSource(row: Record<string, any>): Source {
  return {
    sourceId: row.source_id,
    name: row.name,
    defaults: row.defaults,
    createdBy: row.created_by,
    createdAt: row.created_at,
  };
}
