import { ConflictError, NotAllowedError } from '@backstage/errors';
import type {
  TenantDatabase,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import type { CostsAudit } from '../audit/CostsAudit';
import type { ViewsOf, ViewsStore } from '../database/ViewsStore';
import { newId } from '../domain/ids';
import { assertParameters, type SavedView } from '../domain/SavedView';

/** More than anybody finds again; fewer than hurt. */
const MOST_VIEWS = 100;

type Content = Pick<SavedView, 'name' | 'parameters' | 'isShared'>;

/** Views that people keep, alone or with their tenant. Callers have been authorized before. */
export class ViewsService {
  static create(options: {
    audit: CostsAudit;
    database: TenantDatabase;
    views: ViewsStore;
  }): ViewsService {
    return new ViewsService(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof ViewsService.create>[0],
  ) {}

  /** Own and shared ones, and which the person begins with. */
  async listViews(
    of: ViewsOf,
  ): Promise<{ views: SavedView[]; defaultView?: string }> {
    return this.asPerson(of, trx => this.deps.views.list(trx, of));
  }

  /**
   * @throws InputError about the parameters, ConflictError when the name is
   *   taken or there are too many
   */
  async saveView(of: ViewsOf, content: Content): Promise<SavedView> {
    const { audit, views } = this.deps;
    assertParameters(content.parameters);
    return this.asPerson(of, async trx => {
      if ((await views.count(trx, of)) >= MOST_VIEWS) {
        throw new ConflictError(
          `You keep ${MOST_VIEWS} views. Delete one to save another.`,
        );
      }
      const view: SavedView = {
        ...content,
        name: content.name.trim(),
        viewId: newId('view'),
        owner: of.person,
      };
      await views.insert(trx, of.tenant, view);
      await audit.viewChanged(trx, 'saveView', of.tenant, { after: view });
      return view;
    });
  }

  /**
   * @throws NotFoundError, NotAllowedError about another's, InputError about the
   *   parameters, ConflictError when the name is taken
   */
  async updateView(
    of: ViewsOf,
    viewId: string,
    changes: Partial<Content>,
  ): Promise<SavedView> {
    const { audit, views } = this.deps;
    assertParameters(changes.parameters ?? {});
    return this.asPerson(of, async trx => {
      const before = await this.getOwn(trx, of, viewId);
      const after: SavedView = {
        ...before,
        ...changes,
        name: (changes.name ?? before.name).trim(),
      };
      await views.update(trx, of.tenant, after);
      await audit.viewChanged(trx, 'updateView', of.tenant, { before, after });
      return after;
    });
  }

  /** @throws NotFoundError, NotAllowedError about another's */
  async deleteView(of: ViewsOf, viewId: string): Promise<void> {
    const { audit, views } = this.deps;
    await this.asPerson(of, async trx => {
      const before = await this.getOwn(trx, of, viewId);
      await views.remove(trx, of, viewId);
      await audit.viewChanged(trx, 'deleteView', of.tenant, { before });
    });
  }

  /**
   * Sets what the person begins with; what pages show by themselves without one.
   *
   * @throws NotFoundError
   */
  async setDefaultView(of: ViewsOf, viewId: string | undefined): Promise<void> {
    const { views } = this.deps;
    await this.asPerson(of, async trx => {
      if (viewId) await views.get(trx, of.tenant, viewId);
      await views.setDefault(trx, of, viewId);
    });
  }

  private async getOwn(
    trx: TenantTransaction,
    { person, tenant }: ViewsOf,
    viewId: string,
  ): Promise<SavedView> {
    const view = await this.deps.views.get(trx, tenant, viewId);
    if (view.owner !== person) {
      throw new NotAllowedError(
        `The view '${view.name}' is shared with you by somebody else, who alone changes it. Save it under a name of your own to change it.`,
      );
    }
    return view;
  }

  private async asPerson<T>(
    { person, tenant }: ViewsOf,
    work: (trx: TenantTransaction) => Promise<T>,
  ): Promise<T> {
    const { database, views } = this.deps;
    return database.transaction(tenant, async trx => {
      await views.enterAs(trx, person);
      return work(trx);
    });
  }
}
