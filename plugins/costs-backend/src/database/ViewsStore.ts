import { ConflictError, NotFoundError } from '@backstage/errors';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { SavedView } from '../domain/SavedView';

const UNIQUE_VIOLATION = '23505';

/** Whose views, and in which tenant. */
export interface ViewsOf {
  tenant: string;
  /** Entity ref. */
  person: string;
}

/**
 * Views that people keep. Row security shows a person own and shared ones and
 * lets it change its own, once {@link ViewsStore.enterAs} said who that is.
 */
export class ViewsStore {
  /** Says whose door this is; before anything else in a transaction. */
  async enterAs(trx: TenantTransaction, person: string): Promise<void> {
    await trx.raw(`select set_config('freehold.person', ?, true)`, [person]);
  }

  /** Own and shared ones, by name; with the one the person begins with. */
  async list(
    trx: TenantTransaction,
    { tenant, person }: ViewsOf,
  ): Promise<{ views: SavedView[]; defaultView?: string }> {
    const rows = await trx('saved_views')
      .where({ tenant_id: tenant })
      .orderByRaw('lower(name), view_id');
    const chosen = await trx('default_views')
      .where({ tenant_id: tenant, person })
      .first('view_id');
    return { views: rows.map(toView), defaultView: chosen?.view_id };
  }

  /** @throws NotFoundError also about what is another's alone */
  async get(
    trx: TenantTransaction,
    tenant: string,
    viewId: string,
  ): Promise<SavedView> {
    const row = await trx('saved_views')
      .where({ tenant_id: tenant, view_id: viewId })
      .first();
    if (!row) {
      throw new NotFoundError(`There is no saved view '${viewId}'`);
    }
    return toView(row);
  }

  /** How many a person keeps. */
  async count(trx: TenantTransaction, of: ViewsOf): Promise<number> {
    const [{ count }] = await trx('saved_views')
      .where({ tenant_id: of.tenant, owner: of.person })
      .count({ count: '*' });
    return parseInt(String(count), 10);
  }

  /** @throws ConflictError when the person has one of that name */
  async insert(
    trx: TenantTransaction,
    tenant: string,
    view: SavedView,
  ): Promise<void> {
    await namedOnce(view.name, () =>
      trx('saved_views').insert({
        tenant_id: tenant,
        view_id: view.viewId,
        owner: view.owner,
        ...toColumns(view),
      }),
    );
  }

  /** @throws ConflictError when the person has another of that name */
  async update(
    trx: TenantTransaction,
    tenant: string,
    view: SavedView,
  ): Promise<void> {
    await namedOnce(view.name, () =>
      trx('saved_views')
        .where({ tenant_id: tenant, view_id: view.viewId, owner: view.owner })
        .update({ ...toColumns(view), updated_at: trx.fn.now() }),
    );
  }

  async remove(
    trx: TenantTransaction,
    { person, tenant }: ViewsOf,
    viewId: string,
  ): Promise<void> {
    await trx('saved_views')
      .where({ tenant_id: tenant, view_id: viewId, owner: person })
      .delete();
  }

  /** @param viewId - undefined for none */
  async setDefault(
    trx: TenantTransaction,
    { person, tenant }: ViewsOf,
    viewId: string | undefined,
  ): Promise<void> {
    await trx('default_views').where({ tenant_id: tenant, person }).delete();
    if (viewId) {
      await trx('default_views').insert({
        tenant_id: tenant,
        person,
        view_id: viewId,
      });
    }
  }
}

async function namedOnce(
  name: string,
  write: () => PromiseLike<unknown>,
): Promise<void> {
  try {
    await write();
  } catch (error) {
    throw (error as { code?: string }).code === UNIQUE_VIOLATION
      ? new ConflictError(
          `You have a view called '${name}' already. Choose another name.`,
        )
      : error;
  }
}

function toColumns({ isShared, name, parameters }: SavedView) {
  return {
    name,
    parameters: JSON.stringify(parameters),
    is_shared: isShared,
  };
}

function toView(row: Record<string, any>): SavedView {
  return {
    viewId: row.view_id,
    owner: row.owner,
    name: row.name,
    parameters: row.parameters,
    isShared: row.is_shared,
  };
}
