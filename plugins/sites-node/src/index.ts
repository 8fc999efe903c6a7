export {
  planChecksExtensionPoint,
  type PlanCheck,
  type PlanCheckInput,
  type PlanChecksExtensionPoint,
  type PlanFinding,
} from './planChecks';
export { SITES_CHANGED_TOPIC, type SitesChangedEvent } from './events';
export {
  createSitesHost,
  sitesHostServiceRef,
  type SitesHost,
  type SitesHostHandler,
} from './sitesHost';
export { normalisePlan } from './plans/normalisePlan';
export {
  AtLeast,
  UNKNOWN,
  type PlannedResource,
  type ReadFacts,
  type ResourceAction,
  type ResourceFacts,
  type ResourceKind,
} from './plans/PlannedResource';
export type { ResourceReader, ResourceReaders } from './plans/ResourceReader';
export { ResourceValues } from './plans/ResourceValues';
