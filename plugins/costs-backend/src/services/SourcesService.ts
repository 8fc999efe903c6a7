import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { TenantDatabase } from '@freehold/plugin-tenancy-node';
import type { CostsAudit } from '../audit/CostsAudit';
import type { ImportsStore } from '../database/ImportsStore';
import type { PeriodsStore } from '../database/PeriodsStore';
import type { SourcesStore } from '../database/SourcesStore';
import { assertDefaults } from '../domain/sourceDefaults';
import type { Import, SourcePeriod } from '../domain/Import';
import type { Source } from '../domain/Source';

/** Where charges come from. Callers have been authorized before. */
export class SourcesService {
  static create(options: {
    audit: CostsAudit;
    database: TenantDatabase;
    imports: Pick<ImportsStore, 'listNewest'>;
    periods: Pick<PeriodsStore, 'list'>;
    sources: SourcesStore;
  }): SourcesService {
    return new SourcesService(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof SourcesService.create>[0],
  ) {}

  async listSources(): Promise<(Source & { lastImport?: Import })[]> {
    const { database, imports, sources } = this.deps;
    return database.transaction(BUSINESS_TENANT, async trx => {
      const newest = new Map(
        (await imports.listNewest(trx)).map(it => [it.sourceId, it]),
      );
      return (await sources.list(trx)).map(source => ({
        ...source,
        lastImport: newest.get(source.sourceId),
      }));
    });
  }

  /** @throws InputError about the defaults, ConflictError when the name is taken */
  async createSource(
    source: Pick<Source, 'name' | 'defaults' | 'createdBy'>,
  ): Promise<Source> {
    const { audit, database, sources } = this.deps;
    assertDefaults(source.defaults);
    return database.transaction(BUSINESS_TENANT, async trx => {
      const created = await sources.insert(trx, {
        ...source,
        name: source.name.trim(),
      });
      await audit.sourceCreated(trx, created);
      return created;
    });
  }

  async listPeriods(): Promise<SourcePeriod[]> {
    const { database, periods } = this.deps;
    return database.transaction(BUSINESS_TENANT, trx => periods.list(trx));
  }
}
