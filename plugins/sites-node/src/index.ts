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
