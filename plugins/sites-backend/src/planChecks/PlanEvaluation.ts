import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type {
  PlanCheck,
  PlanCheckInput,
  PlanFinding,
} from '@freehold/plugin-sites-node';
import {
  unknownCustomer,
  type TenantDatabase,
  type TenantDirectory,
} from '@freehold/plugin-tenancy-node';
import type { SitesStore } from '../database/SitesStore';
import type { CheckFinding, Deployment, Plan } from '../domain/Deployment';
import { freezeDeep } from './freezeDeep';

/** Passes plans through every check that is registered. */
export class PlanEvaluation {
  static create(options: {
    checks: readonly PlanCheck[];
    database: TenantDatabase;
    directory: TenantDirectory;
    sites: SitesStore;
    logger: LoggerService;
  }): PlanEvaluation {
    return new PlanEvaluation(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof PlanEvaluation.create>[0],
  ) {}

  /**
   * @param options.plan - sensitive values are redacted already; frozen here
   * @returns what the checks found; a finding that denies goes before one that
   *   requires approval
   */
  async evaluate(options: {
    deployment: Deployment;
    plan: Plan;
  }): Promise<{ findings: CheckFinding[]; requiresApproval: boolean }> {
    const input = await this.inputOf(options.deployment, options.plan);
    const findings: CheckFinding[] = [];
    for (const check of this.deps.checks) {
      for (const { effect, reason } of await this.run(check, input)) {
        findings.push({ check: check.id, effect, reason });
      }
    }
    return {
      findings,
      requiresApproval: findings.some(
        finding => finding.effect === 'require-approval',
      ),
    };
  }

  private async run(
    check: PlanCheck,
    input: PlanCheckInput,
  ): Promise<PlanFinding[]> {
    try {
      return await check.check(input);
    } catch (error) {
      this.deps.logger.error(
        `The plan check '${check.id}' failed: ${stringifyError(error)}`,
      );
      return [
        {
          effect: 'deny',
          reason:
            'This check could not be carried out, so nothing was changed. Retry in a while; staff find the cause in the log.',
        },
      ];
    }
  }

  private async inputOf(
    deployment: Deployment,
    plan: Plan,
  ): Promise<PlanCheckInput> {
    const { tenant, siteId, kind, desired, price, priceBefore } = deployment;
    const { database, directory, sites } = this.deps;
    const customer = await directory.findCustomer(tenant);
    if (!customer) {
      throw unknownCustomer(tenant);
    }
    const customerSiteCount = await database.transaction(tenant, async trx =>
      sites.countForLimit(trx, await sites.get(trx, tenant, siteId)),
    );
    const { name, product, cloud, region, size } = desired;
    // No check changes what the next one sees; a copy of a large plan for each
    // would take longer than the checks do.
    return freezeDeep({
      ...structuredClone({
        kind: kind === 'destroy' ? ('destroy' as const) : ('apply' as const),
        site: { siteId, name, product, cloud, region, size },
        customer,
        customerSiteCount,
        price,
        priceBefore,
      }),
      plan,
    });
  }
}
