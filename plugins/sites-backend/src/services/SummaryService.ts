import type { SitesComponents } from '@freehold/plugin-sites-common';
import type {
  TenantDatabase,
  TenantDirectory,
  TenantScope,
} from '@freehold/plugin-tenancy-node';
import { countSummary } from '../database/countSummary';

/** Totals for the home pages. */
export class SummaryService {
  static create(options: {
    database: TenantDatabase;
    directory: TenantDirectory;
  }): SummaryService {
    return new SummaryService(options.database, options.directory);
  }

  private constructor(
    private readonly database: TenantDatabase,
    private readonly directory: TenantDirectory,
  ) {}

  async getSummary(
    scope: TenantScope,
  ): Promise<SitesComponents['schemas']['Summary']> {
    if (!scope.all) {
      return this.database.transaction(scope.tenant, countSummary);
    }
    const [totals, customers] = await Promise.all([
      this.database.acrossTenants('count sites for staff', countSummary),
      this.directory.countCustomers(),
    ]);
    return { customers, ...totals };
  }
}
