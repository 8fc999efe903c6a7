import type {
  CheckFinding,
  Deployment,
  DesiredSite,
  Plan,
} from '../domain/Deployment';
import type { AllowancesService } from '../services/AllowancesService';

/** Looks at a plan before it may be applied. */
export interface PlanEvaluation {
  /**
   * @returns what the checks found, and whether staff must approve the plan,
   *   because a check or the customer's contract wants it
   */
  evaluate(input: {
    deployment: Deployment;
    plan: Plan;
  }): Promise<{ findings: CheckFinding[]; requiresApproval: boolean }>;
}

/** Knows how many deployments a customer may begin. */
export type DeploymentAllowances = Pick<
  AllowancesService,
  'limitsOf' | 'assertMayDeploy'
>;

/** Puts a site's files on disk. */
export interface ContentMaterializer {
  /**
   * @param directory - exists and is empty
   * @throws NotFoundError when the content is gone
   */
  materialize(
    site: { tenant: string; desired: DesiredSite },
    directory: string,
  ): Promise<void>;
}

/** Looks whether a site answers, and records it. */
export interface HealthCheck {
  /** Never throws; a site that does not answer is an outcome. */
  check(site: { tenant: string; siteId: string }): Promise<void>;
}
